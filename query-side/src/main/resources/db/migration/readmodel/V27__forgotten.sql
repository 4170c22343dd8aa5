-- Who has been forgotten, and by which event.
CREATE TABLE forgotten (
    person   uuid   PRIMARY KEY,
    position bigint NOT NULL
);
