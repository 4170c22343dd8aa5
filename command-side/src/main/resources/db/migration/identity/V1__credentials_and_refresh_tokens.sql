-- Who may log in. The event log says that somebody became a user; the password's hash is kept here and only here.
CREATE TABLE user_credential (
    user_id       uuid PRIMARY KEY,
    email         text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 255),
    password_hash text NOT NULL,
    role          text NOT NULL CHECK (role IN ('USER', 'SUPPORT', 'ADMIN')),
    status        text NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'DELETED')),
    full_name     text NOT NULL,
    created_at    timestamptz NOT NULL
);

-- What a refresh token was is never stored, only its SHA-256. A family is one login and all that was refreshed from it.
CREATE TABLE refresh_token (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    family_id  uuid NOT NULL,
    user_id    uuid NOT NULL REFERENCES user_credential,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    spent_at   timestamptz,
    revoked_at timestamptz
);

CREATE INDEX refresh_token_family ON refresh_token (family_id);
CREATE INDEX refresh_token_user ON refresh_token (user_id, expires_at);

GRANT SELECT, INSERT, UPDATE ON user_credential TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON refresh_token TO ${appRole};
