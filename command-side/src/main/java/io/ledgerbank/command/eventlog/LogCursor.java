package io.ledgerbank.command.eventlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedDomainEventData;

/** Walks the log from behind a position to its end, a batch at a time. For one thread. */
final class LogCursor extends Spliterators.AbstractSpliterator<TrackedDomainEventData<byte[]>> {

    private static final int BATCH = 1_000;

    private final LogReader reader;
    private final Runnable handedOver;
    private final Deque<TrackedDomainEventData<byte[]>> batch = new ArrayDeque<>();
    private long position;
    private boolean ended;

    /** @param handedOver is told after each batch */
    LogCursor(LogReader reader, long position, Runnable handedOver) {
        super(Long.MAX_VALUE, ORDERED | DISTINCT | NONNULL);
        this.reader = reader;
        this.handedOver = handedOver;
        this.position = position;
    }

    @Override
    public boolean tryAdvance(Consumer<? super TrackedDomainEventData<byte[]>> action) {
        if (batch.isEmpty() && !ended) {
            batch.addAll(reader.behind(position, BATCH));
            ended = batch.size() < BATCH;
        }
        TrackedDomainEventData<byte[]> next = batch.poll();
        if (next == null) {
            return false;
        }
        position = next.trackingToken().position().orElseThrow();
        action.accept(next);
        if (batch.isEmpty()) {
            handedOver.run();
        }
        return true;
    }
}
