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
    private final Arrivals arrivals;
    private final Runnable wake;
    private boolean caughtUp;

    /** @param wake reads the log once more, for all who follow it */
    TailStream(TrackingEventStream stream, Arrivals arrivals, Runnable wake) {
        this.stream = stream;
        this.arrivals = arrivals;
        this.wake = wake;
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            long seen = arrivals.count();
            if (isNextThere()) {
                return true;
            }
            if (!arrivals.awaitAfter(seen, deadline - System.nanoTime())) {
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
