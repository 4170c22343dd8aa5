-- Customers' links to accounts at outside banks. How a link stands is in the event log; here is what reading it takes.
CREATE TABLE bank_connection (
    id               uuid        PRIMARY KEY,
    user_id          uuid        NOT NULL,
    bank_code        text        NOT NULL,
    requested_at     timestamptz NOT NULL,
    accounts_read_at timestamptz,
    synced_at        timestamptz,
    asked_at         timestamptz,
    failures         integer     NOT NULL DEFAULT 0
);

CREATE INDEX bank_connection_by_user ON bank_connection (user_id, id);

-- What a bank has yet to be asked: found by the hash of the state that its customer comes back with, and gone once it served.
CREATE TABLE bank_link (
    state_hash    bytea       PRIMARY KEY,
    connection_id uuid        NOT NULL REFERENCES bank_connection (id) ON DELETE CASCADE,
    user_id       uuid        NOT NULL,
    key_id        text        NOT NULL,
    verifier      bytea       NOT NULL,
    expires_at    timestamptz NOT NULL
);

CREATE INDEX bank_link_by_expiry ON bank_link (expires_at);

-- The banks' tokens, sealed with the key of that name (AES-256-GCM), each for its connection alone.
CREATE TABLE bank_token (
    connection_id uuid        PRIMARY KEY REFERENCES bank_connection (id) ON DELETE CASCADE,
    key_id        text        NOT NULL,
    tokens        bytea       NOT NULL,
    expires_at    timestamptz,
    stored_at     timestamptz NOT NULL
);

-- "resume" is where reading goes on: behind the last line that will not change any more.
CREATE TABLE linked_account (
    id            uuid        PRIMARY KEY,
    connection_id uuid        NOT NULL REFERENCES bank_connection (id) ON DELETE CASCADE,
    external_id   text        NOT NULL,
    name          text        NOT NULL,
    iban          text,
    currency      text        NOT NULL,
    balance       bigint,
    balance_at    timestamptz,
    resume        text,
    read_up_to    timestamptz,
    UNIQUE (connection_id, external_id)
);

CREATE INDEX linked_account_by_external_id ON linked_account (external_id);

-- The id follows from the account, the bank's own id and the time of the line, so that it sorts by that time.
CREATE TABLE linked_transaction (
    account_id    uuid        NOT NULL REFERENCES linked_account (id) ON DELETE CASCADE,
    external_id   text        NOT NULL,
    connection_id uuid        NOT NULL,
    id            uuid        NOT NULL,
    amount        bigint      NOT NULL,
    currency      text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('PENDING', 'BOOKED')),
    booked_at     timestamptz NOT NULL,
    value_date    date        NOT NULL,
    counterparty  text,
    description   text        NOT NULL,
    PRIMARY KEY (account_id, external_id)
);

CREATE INDEX linked_transaction_by_time ON linked_transaction (connection_id, id);

-- The queue of what is read at banks.
CREATE TABLE banking_work (
    task_name            text                     NOT NULL,
    task_instance        text                     NOT NULL,
    task_data            bytea,
    execution_time       timestamp with time zone NOT NULL,
    picked               boolean                  NOT NULL,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint                   NOT NULL,
    priority             smallint                 NOT NULL,
    PRIMARY KEY (task_name, task_instance)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

CREATE INDEX banking_work_due ON banking_work (execution_time);
CREATE INDEX banking_work_next ON banking_work (picked, priority DESC, execution_time);
