package io.ledgerbank.benchmarks.load;

import io.ledgerbank.benchmarks.report.Value;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** What came of some time under load. */
public final class Rate {

    private final long[] latencies;
    private final Duration time;

    private Rate(long[] sorted, Duration time) {
        this.latencies = sorted;
        this.time = time;
    }

    /** @param latencies of each answer in nanoseconds, in any order; at least one */
    public static Rate of(LongStream latencies, Duration time) {
        long[] sorted = latencies.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("Nothing was answered in " + time);
        }
        return new Rate(sorted, time);
    }

    public long count() {
        return latencies.length;
    }

    public long perSecond() {
        return perSecond(Duration.ZERO);
    }

    /** @param more time that what was answered still needed */
    public long perSecond(Duration more) {
        return count() * 1_000 / Math.max(1, time.plus(more).toMillis());
    }

    public Duration percentile(int percent) {
        return Duration.ofNanos(latencies[(int) (latencies.length * (long) percent / 100)]);
    }

    public Duration longest() {
        return Duration.ofNanos(latencies[latencies.length - 1]);
    }

    public List<Value> latencyValues() {
        return List.of(
                Value.millis("p50 ms", percentile(50)),
                Value.millis("p99 ms", percentile(99)),
                Value.millis("max ms", longest()));
    }
}
