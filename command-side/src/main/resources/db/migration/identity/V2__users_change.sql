-- For which role the password was long enough when it was chosen: nobody becomes staff with a customer's password.
ALTER TABLE user_credential
    ADD COLUMN password_suits text NOT NULL DEFAULT 'USER' CHECK (password_suits IN ('USER', 'ADMIN'));
UPDATE user_credential SET password_suits = 'ADMIN' WHERE role <> 'USER';
ALTER TABLE user_credential ALTER COLUMN password_suits DROP DEFAULT;

-- The list of users, newest first.
CREATE INDEX user_credential_newest ON user_credential (created_at DESC, user_id DESC);
