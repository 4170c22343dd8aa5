-- What failed for good: work items, and events that a follower of the log could not handle, with all later events of their
-- streams. An event is kept by its place in the log alone, so that nothing about people is kept twice.
CREATE TABLE dead_letter (
    id                uuid        PRIMARY KEY,
    kind              text        NOT NULL CHECK (kind IN ('WORK', 'EVENT')),
    source            text        NOT NULL,
    subject           text        NOT NULL,
    sequence          bigint      NOT NULL,
    item              bytea,
    priority          smallint,
    correlation_id    text        NOT NULL,
    reason            text        NOT NULL,
    failure           text        NOT NULL,
    attempts          integer     NOT NULL,
    catalogue_version integer     NOT NULL,
    parked_at         timestamptz NOT NULL,
    state             text        NOT NULL CHECK (state IN ('PARKED', 'RETRIED', 'DISMISSED')),
    decided_at        timestamptz,
    decided_by        text,
    decided_because   text,
    CHECK ((state = 'PARKED') = (decided_at IS NULL AND decided_by IS NULL)),
    CHECK ((state = 'DISMISSED') = (decided_because IS NOT NULL)),
    CHECK ((kind = 'WORK') = (priority IS NOT NULL))
);

CREATE INDEX dead_letter_by_state ON dead_letter (state, id);
CREATE INDEX dead_letter_by_subject ON dead_letter (subject, id);
CREATE UNIQUE INDEX dead_letter_parked_event ON dead_letter (source, subject, sequence)
    WHERE kind = 'EVENT' AND state = 'PARKED';

-- What was decided about a dead letter stays on record.
CREATE FUNCTION keep_dead_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'dead letters are kept, and what was decided about them stands' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER dead_letters_are_kept BEFORE DELETE ON dead_letter
    FOR EACH ROW EXECUTE FUNCTION keep_dead_letter();
CREATE TRIGGER dead_letters_are_kept_all BEFORE TRUNCATE ON dead_letter
    FOR EACH STATEMENT EXECUTE FUNCTION keep_dead_letter();
CREATE TRIGGER decisions_stand BEFORE UPDATE ON dead_letter
    FOR EACH ROW WHEN (OLD.state <> 'PARKED') EXECUTE FUNCTION keep_dead_letter();

-- Streams whose next events a follower parks behind the one that it could not handle. Whoever retries locks the row.
CREATE TABLE held_stream (
    follower text NOT NULL,
    stream   text NOT NULL,
    PRIMARY KEY (follower, stream)
);

-- The next item to pick is found in its place, however many are due and however many wait for another day; what is being
-- done is found by the same index.
CREATE INDEX payments_work_next ON payments_work (picked, priority DESC, execution_time);
CREATE INDEX schedules_work_next ON schedules_work (picked, priority DESC, execution_time);
CREATE INDEX standingorders_work_next ON standingorders_work (picked, priority DESC, execution_time);
DROP INDEX payments_work_heartbeat;
DROP INDEX schedules_work_heartbeat;
DROP INDEX standingorders_work_heartbeat;
