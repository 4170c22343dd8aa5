-- A payment's own days, and what it takes back. Whose IBAN was debited is told by the account.
ALTER TABLE payment
    ADD COLUMN execution_date date,
    ADD COLUMN value_date     date,
    ADD COLUMN reversal_of    uuid,
    DROP COLUMN debtor_iban;
