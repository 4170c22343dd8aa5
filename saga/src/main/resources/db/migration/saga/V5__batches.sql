-- Actions of operators on many payments at once: what was asked for, and what has become of each payment.
CREATE TABLE batch (
    id             uuid        PRIMARY KEY,
    action         text        NOT NULL,
    filter         text        NOT NULL,
    reason         text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'CANCELLED', 'DONE')),
    requested_by   uuid        NOT NULL,
    requested_role text        NOT NULL,
    requested_at   timestamptz NOT NULL,
    ended_at       timestamptz,
    CHECK ((state IN ('CANCELLED', 'DONE')) = (ended_at IS NOT NULL))
);

CREATE TABLE batch_item (
    batch_id   uuid    NOT NULL REFERENCES batch (id),
    number     integer NOT NULL,
    payment_id uuid    NOT NULL,
    amount     bigint  NOT NULL,
    currency   text    NOT NULL,
    state      text    NOT NULL CHECK (state IN ('LEFT', 'STARTED', 'DONE', 'FAILED')),
    reason     text,
    PRIMARY KEY (batch_id, number),
    CHECK ((state = 'FAILED') = (reason IS NOT NULL))
);

CREATE INDEX batch_item_by_state ON batch_item (batch_id, state, number);

-- The queue of batches that are being carried out: one item for each, from its beginning to its end.
CREATE TABLE batches_work (
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

CREATE INDEX batches_work_due ON batches_work (execution_time);
CREATE INDEX batches_work_next ON batches_work (picked, priority DESC, execution_time);
