package io.ledgerbank.saga.work;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * What the queues of a node share.
 *
 * @param patience how long items that are being done may take when a queue is closed
 */
public record Workplace(DataSource dataSource, Clock clock, Duration patience, WorkTelemetry telemetry) {}
