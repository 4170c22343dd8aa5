CREATE TABLE payment (
    id                     uuid        PRIMARY KEY,
    owner_id               uuid        NOT NULL,
    type                   text        NOT NULL,
    amount                 bigint      NOT NULL,
    currency               text        NOT NULL,
    debtor_account_id      uuid,
    debtor_iban            text,
    creditor_account_id    uuid,
    creditor_name          text,
    creditor_iban          text,
    creditor_bank_code     text,
    remittance_information text        NOT NULL,
    end_to_end_id          text,
    priority               text        NOT NULL,
    created_at             timestamptz NOT NULL,
    status                 text        NOT NULL,
    step                   text        NOT NULL,
    sequence               bigint      NOT NULL,
    attempts               integer     NOT NULL,
    inquiries              integer     NOT NULL,
    due_at                 timestamptz NOT NULL,
    last_reason            text,
    ended_at               timestamptz,
    position               bigint      NOT NULL,
    last_position          bigint      NOT NULL
) WITH (fillfactor = 75);

CREATE INDEX payment_by_owner ON payment (owner_id, created_at, position);
CREATE INDEX payment_by_debtor ON payment (debtor_account_id, created_at, position);
CREATE INDEX payment_by_creditor ON payment (creditor_account_id, created_at, position);
CREATE INDEX payment_by_creation ON payment (created_at, position);

-- The saga of each external payment. Operators look for sagas by state, so the state is indexed although it changes.
CREATE TABLE saga (
    payment_id    uuid        PRIMARY KEY,
    bank_code     text        NOT NULL,
    amount        bigint      NOT NULL,
    currency      text        NOT NULL,
    state         text        NOT NULL,
    status        text        NOT NULL,
    step          text        NOT NULL,
    sequence      bigint      NOT NULL,
    attempts      integer     NOT NULL,
    inquiries     integer     NOT NULL,
    due_at        timestamptz NOT NULL,
    last_reason   text,
    ended_at      timestamptz,
    started_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    position      bigint      NOT NULL,
    last_position bigint      NOT NULL
) WITH (fillfactor = 75);

CREATE INDEX saga_by_state ON saga (state, started_at, position);
CREATE INDEX saga_by_bank ON saga (bank_code, started_at, position);
CREATE INDEX saga_by_start ON saga (started_at, position);
