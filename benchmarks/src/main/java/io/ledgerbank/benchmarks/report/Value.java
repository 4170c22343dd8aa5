package io.ledgerbank.benchmarks.report;

import java.time.Duration;

/**
 * One figure of one run.
 *
 * @param label what it is, with its unit: {@code transfers/s}
 * @param amount in the unit's own measure
 */
public record Value(String label, Unit unit, long amount) {

    private static final long NANOS_PER_MICRO = 1_000;

    public static Value count(String label, long amount) {
        return new Value(label, Unit.COUNT, amount);
    }

    public static Value millis(String label, Duration time) {
        return new Value(label, Unit.MILLIS, time.toNanos() / NANOS_PER_MICRO);
    }
}
