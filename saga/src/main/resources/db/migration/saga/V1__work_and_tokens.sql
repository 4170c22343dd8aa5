-- The saga's memory is the payment; what is kept here is work to do and how far the log has been followed.

-- One table for each queue. Its columns are db-scheduler's; rows are few and live for seconds, hence the eager vacuum.
CREATE TABLE payments_work (
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

CREATE INDEX payments_work_due ON payments_work (execution_time);
CREATE INDEX payments_work_heartbeat ON payments_work (last_heartbeat);

-- How far each event processor of the saga has come; written in the transaction of the work it enqueued.
CREATE TABLE token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    written_at     text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
