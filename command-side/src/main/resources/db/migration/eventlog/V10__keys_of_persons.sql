-- With which the log seals what it says of people. A key is erased and never made again; without it nobody reads what it has
-- sealed, in the log, in backups of it and in exports. Back this table up apart from the log, and keep those backups short.
CREATE TABLE person_key (
    person       uuid        PRIMARY KEY,
    key          bytea,
    -- Of an erased key: its SHA-256, by which its certificate names it, and since when there is a certificate.
    fingerprint  bytea,
    erased_at    timestamptz,
    certified_at timestamptz,
    CONSTRAINT person_key_is_kept_or_erased CHECK ((key IS NULL) = (erased_at IS NOT NULL)),
    CONSTRAINT person_key_bytes CHECK (octet_length(key) = 32 AND octet_length(fingerprint) = 32)
);

CREATE INDEX person_key_erased ON person_key (erased_at) WHERE erased_at IS NOT NULL;

-- Once erased it stays erased, whoever tries.
CREATE FUNCTION refuse_another_key() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NEW.key IS NOT NULL THEN
        RAISE EXCEPTION 'A key of %.% is refused: it is made once and erased once', TG_TABLE_SCHEMA, TG_TABLE_NAME
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER person_key_is_made_once
    BEFORE UPDATE ON person_key
    FOR EACH ROW EXECUTE FUNCTION refuse_another_key();

ALTER TABLE person_key ENABLE ALWAYS TRIGGER person_key_is_made_once;

GRANT SELECT, INSERT, UPDATE ON person_key TO ${appRole};
