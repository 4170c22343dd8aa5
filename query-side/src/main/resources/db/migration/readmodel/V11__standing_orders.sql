-- Payments that recur; "placed" is what was ordered, in the vocabulary's own JSON.
CREATE TABLE standing_order (
    id            uuid        PRIMARY KEY,
    owner_id      uuid        NOT NULL,
    placed        text        NOT NULL,
    placed_at     timestamptz NOT NULL,
    status        text        NOT NULL,
    next_run      integer,
    next_date     date,
    next_due_at   timestamptz,
    runs_made     integer     NOT NULL,
    position      bigint      NOT NULL,
    last_position bigint      NOT NULL
) WITH (fillfactor = 75);

CREATE INDEX standing_order_by_owner ON standing_order (owner_id, placed_at, position);

-- Each run that was due; what became of its payment is the payment's to tell.
CREATE TABLE standing_order_run (
    position          bigint      PRIMARY KEY,
    standing_order_id uuid        NOT NULL,
    number            integer     NOT NULL,
    date              date        NOT NULL,
    payment_id        uuid,
    refusal           text,
    ran_at            timestamptz NOT NULL
);

CREATE INDEX standing_order_run_by_order ON standing_order_run (standing_order_id, position);
