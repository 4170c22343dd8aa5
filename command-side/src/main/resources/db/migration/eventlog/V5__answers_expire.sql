-- Answers to idempotency keys are kept for a while. Whatever else is claimed is claimed for good, and no answer goes before
-- clients may rely on it no longer: the trigger says so to the owner, too.
CREATE FUNCTION refuse_to_forget() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF OLD.kind = 'idempotency' AND OLD.claimed_at < now() - interval '24 hours' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'DELETE of %.% is refused: claims are append-only, only answers older than a day may be forgotten', TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

DROP TRIGGER claim_append_only ON claim;

CREATE TRIGGER claim_append_only
    BEFORE UPDATE OR TRUNCATE ON claim
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER claim_is_kept
    BEFORE DELETE ON claim
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();

ALTER TABLE claim ENABLE ALWAYS TRIGGER claim_append_only;
ALTER TABLE claim ENABLE ALWAYS TRIGGER claim_is_kept;

-- The service has no right to delete claims; it may have this done, for a part of the table at a time, which needs no index
-- that every append would pay for.
CREATE FUNCTION forget_answers(kept interval, first_block bigint, blocks integer) RETURNS bigint
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    forgotten bigint;
BEGIN
    DELETE FROM eventlog.claim
    WHERE ctid >= format('(%s,0)', first_block)::tid
      AND ctid < format('(%s,0)', first_block + blocks)::tid
      AND kind = 'idempotency'
      AND claimed_at < now() - greatest(kept, interval '24 hours');
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    RETURN forgotten;
END
$$;

REVOKE ALL ON FUNCTION forget_answers(interval, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_answers(interval, bigint, integer) TO ${appRole};
