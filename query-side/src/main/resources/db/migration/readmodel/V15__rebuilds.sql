-- Which version of a projection made the rows that are read.
ALTER TABLE projection ADD COLUMN version integer NOT NULL DEFAULT 1;

-- Projections that are made anew from the log, beside those that are read: in tables "next_…", which take the place of the
-- others, which are kept as "former_…". "position" is how far the log is reckoned in.
CREATE TABLE rebuild (
    id            uuid        PRIMARY KEY,
    projection    text        NOT NULL,
    version       integer     NOT NULL,
    state         text        NOT NULL,
    requested_by  text        NOT NULL,
    requested_at  timestamptz NOT NULL,
    position      bigint      NOT NULL,
    total         bigint      NOT NULL,
    differences   bigint,
    failure       text,
    running_since timestamptz,
    running_from  bigint      NOT NULL,
    updated_at    timestamptz,
    run_by        uuid        NOT NULL,
    run_until     timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE UNIQUE INDEX rebuild_going_on ON rebuild (projection) WHERE state IN ('RUNNING', 'COMPARING', 'ROLLING_BACK');
CREATE INDEX rebuild_by_projection ON rebuild (projection, requested_at);

-- Rows that were not as the log says they should be: the first of each rebuild.
CREATE TABLE rebuild_difference (
    rebuild_id uuid NOT NULL,
    table_name text NOT NULL,
    live       jsonb,
    made       jsonb,
    position   bigint
);

CREATE INDEX rebuild_difference_by_rebuild ON rebuild_difference (rebuild_id, position);
