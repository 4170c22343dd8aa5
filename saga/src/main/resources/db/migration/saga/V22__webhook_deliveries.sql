-- What banks have told us unasked and was dealt with, by the hash of exactly what they signed.
CREATE TABLE webhook_delivery (
    bank_code     text        NOT NULL,
    body_hash     bytea       NOT NULL CHECK (octet_length(body_hash) = 32),
    dealt_with_at timestamptz NOT NULL,
    PRIMARY KEY (bank_code, body_hash)
);
