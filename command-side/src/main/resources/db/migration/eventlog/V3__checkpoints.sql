-- Signed statements of the log's head (docs/decisions/0035). Like events they are only ever added.
CREATE TABLE checkpoint (
    position          bigint      NOT NULL,
    head_hash         bytea       NOT NULL,
    events            bigint      NOT NULL,
    merkle_root       bytea       NOT NULL,
    signed_at         timestamptz NOT NULL,
    previous_position bigint      NOT NULL,
    previous_hash     bytea       NOT NULL,
    key_id            bytea       NOT NULL,
    signature         bytea       NOT NULL,
    CONSTRAINT checkpoint_position PRIMARY KEY (position),
    -- Of nodes that sign at once, one comes after a checkpoint; the others find it taken.
    CONSTRAINT checkpoint_previous UNIQUE (previous_position),
    CONSTRAINT checkpoint_covers_its_events CHECK (events > 0 AND previous_position + events = position),
    CONSTRAINT checkpoint_bytes CHECK (octet_length(head_hash) = 32 AND octet_length(merkle_root) = 32
        AND octet_length(previous_hash) = 32 AND octet_length(key_id) = 8 AND octet_length(signature) = 64)
);

CREATE TRIGGER checkpoint_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE checkpoint ENABLE ALWAYS TRIGGER checkpoint_append_only;

GRANT INSERT, SELECT ON checkpoint TO ${appRole};

-- How far each verification of the whole log has come, and what it found. Not evidence but a notebook, which is why it may
-- be updated; each row is signed, so that nobody but the service can move a verification on or end it.
CREATE TABLE verification (
    id                  uuid        NOT NULL,
    started_at          timestamptz NOT NULL,
    finished_at         timestamptz,
    positions_checked   bigint      NOT NULL,
    checkpoints_checked bigint      NOT NULL,
    -- The last checkpoint passed and the hash of what was signed of it: where an interrupted verification goes on.
    checkpoint_position bigint      NOT NULL,
    checkpoint_hash     bytea       NOT NULL,
    head_position       bigint      NOT NULL,
    head_hash           bytea       NOT NULL,
    damage              text,
    broken_position     bigint,
    broken_checkpoint   bigint,
    key_id              bytea       NOT NULL,
    signature           bytea       NOT NULL,
    CONSTRAINT verification_id PRIMARY KEY (id),
    CONSTRAINT verification_names_damage_and_place CHECK ((damage IS NULL) = (broken_position IS NULL))
);

CREATE UNIQUE INDEX verification_one_at_a_time ON verification ((true)) WHERE finished_at IS NULL;
CREATE INDEX verification_started_at ON verification (started_at);

GRANT INSERT, SELECT, UPDATE ON verification TO ${appRole};

-- Checkpoints that auditors brought along, for a verification to hold the log against.
CREATE TABLE witness (
    verification_id uuid NOT NULL REFERENCES verification,
    LIKE checkpoint,
    CONSTRAINT witness_once PRIMARY KEY (verification_id, position, signature)
);

GRANT INSERT, SELECT ON witness TO ${appRole};
