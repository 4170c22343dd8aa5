-- In all read models "position" is the place in the log of the event that made the row, "last_position" that of the last
-- event the row reflects. Amounts are minor units. What changes often is indexed nowhere, so that updates stay HOT.

CREATE TABLE account (
    id              uuid        PRIMARY KEY,
    owner_id        uuid        NOT NULL,
    name            text        NOT NULL,
    type            text        NOT NULL,
    currency        text        NOT NULL,
    iban            text        NOT NULL,
    status          text        NOT NULL,
    posted          bigint      NOT NULL,
    held            bigint      NOT NULL,
    overdraft_limit bigint      NOT NULL,
    single_limit    bigint      NOT NULL,
    opened_at       timestamptz NOT NULL,
    position        bigint      NOT NULL,
    last_position   bigint      NOT NULL
) WITH (fillfactor = 75);

CREATE INDEX account_by_owner ON account (owner_id, opened_at, position);
CREATE INDEX account_by_opening ON account (opened_at, position);

-- Money set aside, one hold for each payment; ended_position is that of its capture or release.
CREATE TABLE hold (
    payment_id     uuid   PRIMARY KEY,
    account_id     uuid   NOT NULL,
    amount         bigint NOT NULL,
    currency       text   NOT NULL,
    position       bigint NOT NULL,
    ended_position bigint
) WITH (fillfactor = 85);

-- The customers' lines of the ledger.
CREATE TABLE entry (
    position                bigint PRIMARY KEY,
    id                      uuid   NOT NULL,
    account_id              uuid   NOT NULL,
    payment_id              uuid   NOT NULL,
    direction               text   NOT NULL,
    amount                  bigint NOT NULL,
    balance_after           bigint NOT NULL,
    currency                text   NOT NULL,
    counterparty_name       text,
    counterparty_iban       text,
    counterparty_account_id uuid,
    remittance_information  text   NOT NULL,
    booking_date            date   NOT NULL,
    value_date              date   NOT NULL
);

CREATE INDEX entry_by_booking ON entry (account_id, booking_date, position);

-- The lines of the bank's own accounts.
CREATE TABLE internal_entry (
    position     bigint NOT NULL,
    account      text   NOT NULL,
    payment_id   uuid   NOT NULL,
    direction    text   NOT NULL,
    amount       bigint NOT NULL,
    currency     text   NOT NULL,
    booking_date date   NOT NULL,
    value_date   date   NOT NULL,
    PRIMARY KEY (position, account)
);

-- The sums of all lines, for the trial balance and for balance_after. Numeric: what a busy internal account turned over
-- in its life outgrows a bigint long before any balance does.
CREATE TABLE ledger_sum (
    account  text    NOT NULL,
    currency text    NOT NULL,
    debits   numeric NOT NULL,
    credits  numeric NOT NULL,
    PRIMARY KEY (account, currency)
) WITH (fillfactor = 50);
