-- Events that a projection cannot write, and those of the same streams behind them; its rows lack them. What an event says
-- stays in the log.
CREATE TABLE parked_event (
    projection text        NOT NULL,
    position   bigint      NOT NULL,
    stream_id  text        NOT NULL,
    failure    text,
    tries      integer     NOT NULL,
    parked_at  timestamptz NOT NULL,
    retry      boolean     NOT NULL,
    PRIMARY KEY (projection, position)
);

CREATE INDEX parked_event_by_stream ON parked_event (projection, stream_id, position);
