package io.ledgerbank.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * What came of some seconds under load.
 *
 * @param perSecond how many were carried out
 * @param p50 how long half of them took at most
 * @param p99 how long all but one in a hundred took at most
 */
record Rate(long perSecond, Duration p50, Duration p99) {

    /** @param latencies sorted, in nanoseconds */
    static Rate of(long[] latencies, Duration time) {
        return new Rate(
                latencies.length * 1_000L / Math.max(1, time.toMillis()),
                Duration.ofNanos(latencies[latencies.length / 2]),
                Duration.ofNanos(latencies[(int) (latencies.length * 99L / 100)]));
    }

    static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
