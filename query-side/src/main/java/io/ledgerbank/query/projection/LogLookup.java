package io.ledgerbank.query.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Looks up single events where the log has them. */
record LogLookup<E>(StreamableMessageSource<TrackedEventMessage<?>> log, Projection<E> projection) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Nothing where the projection has no use for it.
     *
     * @throws IllegalStateException when the log does not have it any more
     */
    Optional<Recorded<E>> at(long position) {
        try (BlockingStream<TrackedEventMessage<?>> events =
                log.openStream(new GlobalSequenceTrackingToken(position - 1))) {
            if (!events.hasNextAvailable(Math.toIntExact(PATIENCE.toMillis()), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The log has no event at " + position);
            }
            return Recorded.of(events.nextAvailable(), projection);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while looking up the event at " + position, stopped);
        }
    }
}
