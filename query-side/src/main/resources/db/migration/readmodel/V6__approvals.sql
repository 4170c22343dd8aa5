-- What waits for a second person, and what they said. A request expires by time alone: a pending one whose time is over.
CREATE TABLE approval (
    id              uuid        PRIMARY KEY,
    proposal        text        NOT NULL,
    reason          text        NOT NULL,
    requested_by    uuid        NOT NULL,
    requested_at    timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    state           text        NOT NULL,
    decided_by      uuid,
    decided_at      timestamptz,
    decision_reason text,
    position        bigint      NOT NULL,
    last_position   bigint      NOT NULL
) WITH (fillfactor = 75);

CREATE INDEX approval_by_state ON approval (state, requested_at, position);
CREATE INDEX approval_by_request ON approval (requested_at, position);
