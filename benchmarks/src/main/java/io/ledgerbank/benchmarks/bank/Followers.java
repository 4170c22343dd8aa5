package io.ledgerbank.benchmarks.bank;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** Whatever follows the log: projections and the saga. */
public final class Followers {

    private static final Duration LOOK_EVERY = Duration.ofMillis(2);

    /** Beyond it no goal is reached any more, and the run says so instead of waiting. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Configuration axon;

    public Followers(Configuration axon) {
        this.axon = axon;
    }

    /**
     * Waits until everything that was appended before the call is handled by all of them.
     *
     * @return how long that took
     */
    public Duration drain() throws TimeoutException {
        long head = axon.eventStore().createHeadToken().position().orElse(0);
        Collection<StreamingEventProcessor> all = all();
        long begin = System.nanoTime();
        while (!all.stream().allMatch(one -> position(one) >= head)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new TimeoutException("Not everybody has read up to " + head + " after " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    public int count() {
        return all().size();
    }

    private Collection<StreamingEventProcessor> all() {
        return axon.eventProcessingConfiguration().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .toList();
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
