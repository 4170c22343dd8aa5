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
    hash        bytea       NOT NULL DEFAULT sha256('an event'),
    UNIQUE (stream_id, sequence)
);
GRANT INSERT, SELECT ON event TO ${appRole};

CREATE TABLE checkpoint (
    position          bigint PRIMARY KEY,
    head_hash         bytea       NOT NULL,
    events            bigint      NOT NULL,
    merkle_root       bytea       NOT NULL,
    signed_at         timestamptz NOT NULL,
    previous_position bigint      NOT NULL,
    previous_hash     bytea       NOT NULL,
    key_id            bytea       NOT NULL,
    signature         bytea       NOT NULL
);
GRANT INSERT, SELECT ON checkpoint TO ${appRole};
