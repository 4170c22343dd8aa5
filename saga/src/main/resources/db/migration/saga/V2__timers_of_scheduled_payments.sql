-- The queue of timers that wait for the day of scheduled payments; rows may wait here for years.
CREATE TABLE schedules_work (
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

CREATE INDEX schedules_work_due ON schedules_work (execution_time);
CREATE INDEX schedules_work_heartbeat ON schedules_work (last_heartbeat);
