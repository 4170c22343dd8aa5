-- Accounts are read from the log again, which says what their limits count and what their holds are for.
TRUNCATE account, hold;
DELETE FROM token_entry WHERE processor_name = 'accounts';

-- What the limits count: on the latest day of payments, and in that day's month.
ALTER TABLE account
    ADD COLUMN spent_on       date   NOT NULL,
    ADD COLUMN spent_on_day   bigint NOT NULL,
    ADD COLUMN spent_in_month bigint NOT NULL;

ALTER TABLE hold
    ADD COLUMN counterparty_name       text,
    ADD COLUMN counterparty_iban       text,
    ADD COLUMN counterparty_account_id uuid,
    ADD COLUMN remittance_information  text,
    ADD COLUMN held_at                 timestamptz,
    ADD COLUMN booking_date            date;

-- Open holds are few however many have ended; a hold leaves the index once in its life.
CREATE INDEX hold_open ON hold (account_id, position) WHERE ended_position IS NULL;
