package io.ledgerbank.command.eventlog;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/**
 * A stream that does its waiting itself. Axon's looks for the next event and then waits for a signal, and sleeps through
 * one that came in between until its time is over. For one thread, as every stream.
 */
final class TailStream implements TrackingEventStream {

    private final TrackingEventStream stream;
    private final TailReading reading;
    private final Runnable wake;
    private final Optional<RuntimeException> earlier;
    private boolean caughtUp;

    /** @param wake reads the log once more, for all who follow it */
    TailStream(TrackingEventStream stream, TailReading reading, Runnable wake) {
        this.stream = stream;
        this.reading = reading;
        this.wake = wake;
        this.earlier = reading.failure();
    }

    /**
     * @throws EventsLost when what is in memory is not in the log any more
     * @throws EventLogException when all that could be read is handed over and the log cannot be read on
     */
    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            long seen = reading.arrivals().count();
            boolean there = isNextThere();
            requireStanding();
            if (there) {
                return true;
            }
            requireReadable();
            if (!reading.arrivals().awaitAfter(seen, deadline - System.nanoTime())) {
                return false;
            }
        }
    }

    /** The first look may merely end the stream's own reading and join it to those who share the tail. */
    private boolean isNextThere() throws InterruptedException {
        if (isBuffered()) {
            return true;
        }
        boolean there = isBuffered();
        if (!there && !caughtUp) {
            caughtUp = true;
            wake.run(); // What was committed before the stream had joined was read for nobody.
        }
        return there;
    }

    private void requireStanding() {
        if (reading.loss().isPresent()) {
            throw new EventsLost(reading.last().position());
        }
    }

    /** A failure from before the stream was opened may be over: nobody reads the tail while nobody shares it. */
    private void requireReadable() {
        Optional<RuntimeException> failure = reading.failure();
        if (failure.isPresent() && !failure.equals(earlier)) {
            throw new EventLogException("The log cannot be read on", failure.get());
        }
    }

    private boolean isBuffered() throws InterruptedException {
        return stream.hasNextAvailable(0, TimeUnit.NANOSECONDS);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return stream.peek();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
        return stream.nextAvailable();
    }

    @Override
    public void close() {
        stream.close();
    }
}
