package io.ledgerbank.query.stream;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps telling staff what changes, each listener in a thread of its own that follows the log. Whoever comes back names the
 * position up to which they know, and is told everything since, at least once. Thread-safe.
 */
public final class LiveStreams implements AutoCloseable {

    /** Where the news goes. */
    public interface Listener {

        void tell(News news) throws IOException;

        /** So much has happened that it is not told one by one; from this position on everything is. */
        void gap(long position) throws IOException;

        /** Lets the network and its proxies know that the connection is still wanted. */
        void stillThere() throws IOException;

        void end();
    }

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final int MOST_LISTENERS = 200;
    private static final long MOST_BEHIND = 10_000;
    private static final int MOST_EVENTS = 500;
    private static final Duration TOGETHER = Duration.ofMillis(200);
    private static final Duration LOOK_UP = Duration.ofMillis(500);
    private static final int SILENT_LOOKS = 20;

    private final EventStore log;
    private final WrittenRows rows;
    private final Newsroom newsroom;
    private final Semaphore places = new Semaphore(MOST_LISTENERS);
    private volatile boolean open = true;

    LiveStreams(EventStore log, WrittenRows rows, Newsroom newsroom) {
        this.log = log;
        this.rows = rows;
        this.newsroom = newsroom;
    }

    /**
     * @param after the position up to which the listener knows; from now on if empty
     * @param until in nanoseconds of {@link System#nanoTime()}, when the listener has to ask anew
     * @throws RejectedException {@code insufficient_permissions}; {@code invalid_parameter} when the log has no such position;
     *     {@code service_unavailable} when too many are listening
     */
    public void stream(Optional<Long> after, Caller caller, long until, Listener listener) {
        caller.requireStaff();
        long head = head();
        if (after.filter(position -> position < 0 || position > head).isPresent()) {
            throw new RejectedException(Reason.INVALID_PARAMETER, "The log has no such position");
        }
        if (!places.tryAcquire()) {
            throw new RejectedException(Reason.SERVICE_UNAVAILABLE, "Too many are listening; try again");
        }
        Thread.ofVirtual().name("live-stream").start(() -> {
            try {
                begin(after.orElse(head), head, caller, until, listener);
                listener.end();
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("Somebody who was listening has left");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("A live stream ends; its listener will ask again", e);
                listener.end();
            } finally {
                places.release();
            }
        });
    }

    /** Lets all listeners go. */
    @Override
    public void close() {
        open = false;
    }

    private void begin(long after, long head, Caller caller, long until, Listener listener)
            throws IOException, InterruptedException {
        long from = after;
        if (head - after > MOST_BEHIND) {
            listener.gap(head);
            from = head;
        } else {
            listener.stillThere();
        }
        try (BlockingStream<TrackedEventMessage<?>> tail = log.openStream(new GlobalSequenceTrackingToken(from))) {
            follow(tail, caller, until, listener);
        }
    }

    private void follow(BlockingStream<TrackedEventMessage<?>> tail, Caller caller, long until, Listener listener)
            throws IOException, InterruptedException {
        int silent = 0;
        while (open && System.nanoTime() < until) {
            if (tail.hasNextAvailable(Math.toIntExact(LOOK_UP.toMillis()), TimeUnit.MILLISECONDS)) {
                silent = 0;
                Changes changes = gather(tail);
                rows.await(changes);
                listener.tell(newsroom.about(changes, caller));
            } else if (++silent % SILENT_LOOKS == 0) {
                listener.stillThere();
            }
        }
    }

    /** What happens within a moment is told together. */
    private static Changes gather(BlockingStream<TrackedEventMessage<?>> tail) throws InterruptedException {
        Changes changes = new Changes();
        long until = System.nanoTime() + TOGETHER.toNanos();
        do {
            changes.add(tail.nextAvailable());
        } while (changes.events() < MOST_EVENTS && hasMore(tail, until));
        return changes;
    }

    private static boolean hasMore(BlockingStream<TrackedEventMessage<?>> tail, long until)
            throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        return left > 0 && tail.hasNextAvailable(Math.toIntExact(left), TimeUnit.MILLISECONDS);
    }

    private long head() {
        TrackingToken head = log.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }
}
