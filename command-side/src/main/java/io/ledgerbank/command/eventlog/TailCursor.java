package io.ledgerbank.command.eventlog;

import java.util.Spliterators;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedDomainEventData;

/** Reads on for the shared tail, whose thread would tell nobody but the node's log of a failure. For one thread. */
final class TailCursor extends Spliterators.AbstractSpliterator<TrackedDomainEventData<byte[]>> {

    private final LogCursor cursor;
    private final TailReading reading;

    /** @param position behind which the tail is to go on */
    TailCursor(LogReader reader, long position, TailReading reading) {
        super(Long.MAX_VALUE, ORDERED | DISTINCT | NONNULL);
        this.cursor = new LogCursor(reader, position, reading.hashAt(position));
        this.reading = reading;
    }

    /** Whoever consumes fails within, so that an event counts as handed over once it can be had. */
    @Override
    public boolean tryAdvance(Consumer<? super TrackedDomainEventData<byte[]>> action) {
        try {
            boolean more = cursor.tryAdvance(action);
            if (!more) {
                reading.succeed();
                return false;
            }
            cursor.last().ifPresent(reading::reach);
            if (cursor.isPageEmpty()) {
                reading.arrivals().signal();
            }
            return true;
        } catch (RuntimeException e) {
            reading.fail(e);
            throw e;
        } catch (Error e) {
            EventLogException survived = new EventLogException("Could not read on in the event log", e);
            reading.fail(survived);
            throw survived; // The thread would end with an error, and nobody would start another.
        }
    }
}
