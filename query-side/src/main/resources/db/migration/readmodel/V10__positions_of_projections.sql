-- How far each projection has read the log, moved in the transaction that writes its rows, and which process feeds it.
CREATE TABLE projection (
    name      text        PRIMARY KEY,
    position  bigint      NOT NULL,
    fed_by    uuid        NOT NULL,
    fed_until timestamptz NOT NULL
) WITH (fillfactor = 50);

INSERT INTO projection
SELECT processor_name, (convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint, gen_random_uuid(), '-infinity'
FROM token_entry
WHERE token IS NOT NULL;

DROP TABLE token_entry;
