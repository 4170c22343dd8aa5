-- What happened, in order. Rows are only ever added: the service may INSERT and SELECT, and triggers refuse everything
-- else to the owner too.
CREATE TABLE event (
    -- Dense: the writer gives it, one more than the last, and this key refuses a second writer of the same.
    position    bigint      NOT NULL,
    sequence    bigint      NOT NULL,
    recorded_at timestamptz NOT NULL,
    event_id    uuid        NOT NULL,
    -- Over everything else in the row and over the hash of the row before (docs/decisions/0028).
    hash        bytea       NOT NULL,
    stream_type text        NOT NULL,
    stream_id   text COLLATE "C" NOT NULL,
    type        text        NOT NULL,
    revision    text,
    -- Not jsonb, which would keep another text than the one that was hashed.
    metadata    json        NOT NULL,
    payload     json        NOT NULL,
    CONSTRAINT event_position PRIMARY KEY (position),
    -- Two decisions on the same state of one stream cannot both be kept.
    CONSTRAINT event_stream_sequence UNIQUE (stream_id, sequence),
    CONSTRAINT event_position_counts_from_one CHECK (position > 0),
    CONSTRAINT event_has_a_time CHECK (isfinite(recorded_at)),
    CONSTRAINT event_hash_is_sha256 CHECK (octet_length(hash) = 32)
);

-- Times rise with positions, so a block range index of a few kilobytes finds a time as well as a B-tree would.
CREATE INDEX event_recorded_at ON event USING brin (recorded_at);

CREATE FUNCTION refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS $$
BEGIN
    RAISE EXCEPTION '% of %.% is refused: the event log is append-only', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER event_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ALWAYS: not even a session that replays a replica's changes gets past it.
ALTER TABLE event ENABLE ALWAYS TRIGGER event_append_only;

GRANT INSERT, SELECT ON event TO ${appRole};

-- An aggregate's state at some sequence, to shorten loading. Only a shortcut: it may be emptied at any time.
CREATE TABLE snapshot (
    event_id    uuid        NOT NULL,
    stream_type text        NOT NULL,
    stream_id   text COLLATE "C" NOT NULL,
    sequence    bigint      NOT NULL,
    type        text        NOT NULL,
    revision    text,
    recorded_at timestamptz NOT NULL,
    payload     json        NOT NULL,
    metadata    json        NOT NULL,
    -- Of the service, with a key that is not in the database; a snapshot with another is not used.
    seal        bytea       NOT NULL,
    PRIMARY KEY (stream_id, sequence)
);

GRANT INSERT, SELECT, DELETE ON snapshot TO ${appRole};
