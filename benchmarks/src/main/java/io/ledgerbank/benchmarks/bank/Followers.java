package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.query.projection.ProjectionState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** Whatever follows the log: projections and the saga. */
public final class Followers {

    private static final Duration LOOK_EVERY = Duration.ofMillis(2);

    /** Beyond it no goal is reached any more, and the run says so instead of waiting. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Configuration axon;
    private final Supplier<List<ProjectionState>> projections;

    /** @param projections those that follow the log by themselves */
    public Followers(Configuration axon, Supplier<List<ProjectionState>> projections) {
        this.axon = axon;
        this.projections = projections;
    }

    /**
     * Waits until everything that was appended before the call is handled by all of them.
     *
     * @return how long that took
     */
    public Duration drain() throws TimeoutException {
        long head = axon.eventStore().createHeadToken().position().orElse(0);
        long begin = System.nanoTime();
        while (!positions().allMatch(position -> position >= head)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new TimeoutException("Not everybody has read up to " + head + " after " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    public int count() {
        return Math.toIntExact(positions().count());
    }

    private LongStream positions() {
        return LongStream.concat(
                projections.get().stream().mapToLong(ProjectionState::position),
                processors().mapToLong(Followers::position));
    }

    private Stream<StreamingEventProcessor> processors() {
        return axon.eventProcessingConfiguration().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast);
    }

    /** One that has not begun has read nothing. */
    private static long position(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .mapToLong(Followers::position)
                .min()
                .orElse(-1);
    }

    private static long position(EventTrackerStatus segment) {
        return segment.getCurrentPosition().orElse(-1);
    }
}
