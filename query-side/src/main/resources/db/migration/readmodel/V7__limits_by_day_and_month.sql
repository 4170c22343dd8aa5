-- Accounts are read from the log again, which says what their limits are.
TRUNCATE account, hold;
DELETE FROM token_entry WHERE processor_name = 'accounts';

ALTER TABLE account
    ADD COLUMN daily_limit   bigint NOT NULL,
    ADD COLUMN monthly_limit bigint NOT NULL;
