-- What happened at the bank's doors. Of people it has their ids, of addresses their first bits. Rows are only ever added.
CREATE TABLE security_event (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurred_at    timestamptz NOT NULL,
    kind           text        NOT NULL CHECK (kind ~ '^[A-Z_]{1,32}$'),
    actor          uuid,
    subject        uuid,
    reason         text,
    action         text        NOT NULL CHECK (length(action) <= 256),
    resource       text        NOT NULL CHECK (length(resource) <= 256),
    network        text        NOT NULL CHECK (length(network) <= 64),
    correlation_id text        NOT NULL CHECK (length(correlation_id) <= 256)
);

CREATE INDEX security_event_actor ON security_event (actor, id);
CREATE INDEX security_event_subject ON security_event (subject, id);
CREATE INDEX security_event_kind ON security_event (kind, id);

CREATE FUNCTION refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS $$
BEGIN
    RAISE EXCEPTION '% of %.% is refused: security events are append-only', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER security_event_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON security_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE security_event ENABLE ALWAYS TRIGGER security_event_append_only;

GRANT INSERT, SELECT ON security_event TO ${appRole};
