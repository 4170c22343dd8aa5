-- What can belong to one holder only: an IBAN, a debtor's end-to-end id, an idempotency key. A claim
-- commits with the events that need it, or not at all.
CREATE TABLE claim (
    kind       text        NOT NULL,
    key        text COLLATE "C" NOT NULL,
    holder     text        NOT NULL,
    claimed_at timestamptz NOT NULL DEFAULT now(),
    -- Of idempotency keys only: the request that the key stands for, and what it was answered, which is the holder's
    -- state after the event of this sequence, or a refusal.
    request    bytea,
    sequence   bigint,
    refusal    text,
    detail     text,
    CONSTRAINT claim_kind_key PRIMARY KEY (kind, key),
    CONSTRAINT claim_idempotency_is_answered CHECK (
        kind <> 'idempotency' OR (request IS NOT NULL AND (sequence IS NULL) <> (refusal IS NULL)))
);

GRANT INSERT, SELECT ON claim TO ${appRole};

-- A claim decides whose an IBAN is, and so where money goes.
CREATE TRIGGER claim_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON claim
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE claim ENABLE ALWAYS TRIGGER claim_append_only;
