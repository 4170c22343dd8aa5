-- The log's columns as the query house reads them; the command house owns the real ones.
CREATE TABLE event (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    text        NOT NULL,
    stream_type text        NOT NULL,
    stream_id   text        NOT NULL,
    sequence    bigint      NOT NULL,
    type        text        NOT NULL,
    revision    text,
    recorded_at timestamptz NOT NULL,
    payload     text        NOT NULL,
    metadata    text        NOT NULL,
    UNIQUE (stream_id, sequence)
);
GRANT INSERT, SELECT ON event TO ${appRole};
