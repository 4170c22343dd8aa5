-- The queue of timers that wait for the next run of each standing order; rows may wait here for months.
CREATE TABLE standingorders_work (
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

CREATE INDEX standingorders_work_due ON standingorders_work (execution_time);
CREATE INDEX standingorders_work_heartbeat ON standingorders_work (last_heartbeat);
