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

    /** @param latencies of each answer in nanoseconds, in any order */
    public static Rate of(LongStream latencies, Duration time) {
        return new Rate(latencies.sorted().toArray(), time);
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

    /** @throws IllegalStateException when nothing was answered */
    public Duration percentile(int percent) {
        return at((int) (latencies.length * (long) percent / 100));
    }

    public Duration longest() {
        return at(latencies.length - 1);
    }

    private Duration at(int index) {
        if (latencies.length == 0) {
            throw new IllegalStateException("Nothing was answered in " + time);
        }
        return Duration.ofNanos(latencies[index]);
    }

    public List<Value> latencyValues() {
        return List.of(
                Value.millis("p50 ms", percentile(50)),
                Value.millis("p99 ms", percentile(99)),
                Value.millis("max ms", longest()));
    }
}
