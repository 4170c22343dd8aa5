-- When somebody logged in, however often the login was refreshed since: no login lives for ever.
ALTER TABLE refresh_token ADD COLUMN begun_at timestamptz;
UPDATE refresh_token token SET begun_at =
    (SELECT min(first.issued_at) FROM refresh_token first WHERE first.family_id = token.family_id);
ALTER TABLE refresh_token ALTER COLUMN begun_at SET NOT NULL;

-- Whether a login lives is asked all the time, and of each login one token at most can still be used.
CREATE INDEX refresh_token_usable ON refresh_token (family_id) WHERE spent_at IS NULL AND revoked_at IS NULL;
