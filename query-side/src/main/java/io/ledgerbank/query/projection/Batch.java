package io.ledgerbank.query.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Events read for a projection.
 *
 * @param position of the last event that was read, for the projection or not
 * @param last that event's id; none when nothing was read yet
 */
record Batch<E>(List<OfStream<E>> events, long position, Optional<String> last) {

    /** Nobody waits for a batch to fill, but who lags catches up in large ones. */
    private static final int MOST_AT_ONCE = 1000;

    static <E> Batch<E> behind(long position) {
        return new Batch<>(List.of(), position, Optional.empty());
    }

    /** What the log has behind this one, if there is something within this time. */
    Batch<E> next(BlockingStream<TrackedEventMessage<?>> log, Projection<E> projection, Duration patience)
            throws InterruptedException {
        List<OfStream<E>> batch = new ArrayList<>();
        long reached = position;
        Optional<String> newest = last;
        boolean more = log.hasNextAvailable(Math.toIntExact(patience.toMillis()), TimeUnit.MILLISECONDS);
        for (int read = 0; more && read < MOST_AT_ONCE; read++) {
            TrackedEventMessage<?> message = log.nextAvailable();
            reached = LogPosition.of(message.trackingToken());
            newest = Optional.of(message.getIdentifier());
            String stream = streamOf(message);
            Recorded.of(message, projection).ifPresent(event -> batch.add(new OfStream<>(event, stream)));
            more = log.hasNextAvailable(0, TimeUnit.MILLISECONDS);
        }
        return new Batch<>(batch, reached, newest);
    }

    private static String streamOf(TrackedEventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event.getAggregateIdentifier()
                : message.getIdentifier();
    }
}
