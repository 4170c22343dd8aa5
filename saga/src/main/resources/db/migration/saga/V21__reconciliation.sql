-- What our ledger says of our accounts with other banks, and what those banks say, until the two are found to agree:
-- "matched_in" is the run that found it, or the break that somebody resolved.
CREATE TABLE settlement_line (
    position   bigint      NOT NULL,
    bank_code  text        NOT NULL,
    subject    text        NOT NULL,
    amount     bigint      NOT NULL,
    currency   text        NOT NULL,
    booked_at  timestamptz NOT NULL,
    matched_in uuid,
    PRIMARY KEY (position, bank_code)
);

CREATE INDEX settlement_line_unmatched ON settlement_line (bank_code, currency, subject) WHERE matched_in IS NULL;

CREATE TABLE statement_line (
    bank_code   text        NOT NULL,
    account     text        NOT NULL,
    external_id text        NOT NULL,
    subject     text        NOT NULL,
    amount      bigint      NOT NULL,
    currency    text        NOT NULL,
    booked_at   timestamptz NOT NULL,
    matched_in  uuid,
    PRIMARY KEY (bank_code, account, external_id)
);

CREATE INDEX statement_line_unmatched ON statement_line (bank_code, currency, subject) WHERE matched_in IS NULL;

-- Where each statement is read on.
CREATE TABLE statement_mark (
    bank_code text NOT NULL,
    account   text NOT NULL,
    resume    text NOT NULL,
    PRIMARY KEY (bank_code, account)
);

CREATE TABLE reconciliation_run (
    id         uuid        PRIMARY KEY,
    ordered_by text        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    attempts   integer     NOT NULL DEFAULT 0,
    state      text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    CHECK ((state = 'RUNNING') = (ended_at IS NULL))
);

CREATE TABLE reconciliation_result (
    run_id    uuid    NOT NULL REFERENCES reconciliation_run (id),
    bank_code text    NOT NULL,
    state     text    NOT NULL CHECK (state IN ('DONE', 'FAILED')),
    reason    text,
    matched   integer NOT NULL,
    breaks    integer NOT NULL,
    PRIMARY KEY (run_id, bank_code),
    CHECK ((state = 'FAILED') = (reason IS NOT NULL))
);

-- What does not agree: the sums of the lines about one subject, which is a payment's id where the line names one.
CREATE TABLE reconciliation_break (
    id          uuid        PRIMARY KEY,
    found_in    uuid        NOT NULL REFERENCES reconciliation_run (id),
    bank_code   text        NOT NULL,
    currency    text        NOT NULL,
    subject     text        NOT NULL,
    ours        numeric     NOT NULL,
    theirs      numeric     NOT NULL,
    since       timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('OPEN', 'MATCHED', 'RESOLVED')),
    ended_at    timestamptz,
    resolved_by text,
    resolution  text,
    CHECK ((state = 'OPEN') = (ended_at IS NULL)),
    CHECK ((state = 'RESOLVED') = (resolved_by IS NOT NULL AND resolution IS NOT NULL))
);

CREATE UNIQUE INDEX reconciliation_break_open ON reconciliation_break (bank_code, currency, subject) WHERE state = 'OPEN';
CREATE INDEX reconciliation_break_by_state ON reconciliation_break (state, id);

-- What was resolved, by whom and why, stays on record.
CREATE FUNCTION keep_reconciliation_break() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'breaks are kept, and how they ended stands' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER breaks_are_kept BEFORE DELETE ON reconciliation_break
    FOR EACH ROW EXECUTE FUNCTION keep_reconciliation_break();
CREATE TRIGGER ended_breaks_stand BEFORE UPDATE ON reconciliation_break
    FOR EACH ROW WHEN (OLD.state <> 'OPEN') EXECUTE FUNCTION keep_reconciliation_break();
