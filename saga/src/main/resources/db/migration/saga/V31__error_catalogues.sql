-- Rules of retries that were ever set, by the number that decisions in the log were recorded with.
CREATE TABLE error_catalogue (
    version       integer     PRIMARY KEY,
    rules         text        NOT NULL,
    first_used_at timestamptz NOT NULL
);
