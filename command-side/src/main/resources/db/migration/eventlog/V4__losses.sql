-- Events that the service had committed or read and that were not in the log any more, and who said that the log is to go on
-- without them. One row for each that noticed and one for each acknowledgement; rows are signed, so a forged one counts for
-- nothing, and only ever added.
CREATE TABLE loss (
    position        bigint      NOT NULL,
    hash            bytea       NOT NULL,
    noted_at        timestamptz NOT NULL,
    acknowledged_by text,
    reason          text,
    key_id          bytea       NOT NULL,
    signature       bytea       NOT NULL,
    CONSTRAINT loss_once PRIMARY KEY (position, hash, signature),
    CONSTRAINT loss_acknowledged_for_a_reason CHECK ((acknowledged_by IS NULL) = (reason IS NULL)),
    CONSTRAINT loss_bytes CHECK (octet_length(hash) = 32 AND octet_length(key_id) = 8 AND octet_length(signature) = 64)
);

CREATE TRIGGER loss_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON loss
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE loss ENABLE ALWAYS TRIGGER loss_append_only;

GRANT INSERT, SELECT ON loss TO ${appRole};
