package io.ledgerbank.query.projection;

import io.ledgerbank.query.projection.ProjectionState.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Feeds one projection with one thread: takes whatever the log has, writes it as one batch and moves the position in the same
 * transaction. What cannot be written is tried again, ever later, and never skipped.
 */
final class Projector<E> implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    /** Nobody waits for a batch to fill, but who lags catches up in large ones. */
    private static final int MOST_AT_ONCE = 1000;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Events read for the projection, and the place and the id of the last that was read, for it or not. */
    private record Batch<E>(List<Recorded<E>> events, long position, Optional<String> last) {}

    private final ProjectionName name;
    private final Projection<E> projection;
    private final Positions positions;
    private final TransactionOperations transactions;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Progress progress;
    private volatile ProjectionState state;
    private volatile boolean stopping;
    private Duration wait = LOOK_AGAIN;

    Projector(
            ProjectionName name,
            Projection<E> projection,
            Positions positions,
            TransactionOperations transactions,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            Progress progress) {
        this.name = name;
        this.projection = projection;
        this.positions = positions;
        this.transactions = transactions;
        this.log = log;
        this.progress = progress;
        this.state = new ProjectionState(name, Activity.STOPPED, LogPosition.NONE);
    }

    ProjectionState state() {
        return state;
    }

    /** To be followed by an interrupt. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                follow();
            } catch (InterruptedException stopped) {
                stop();
            } catch (RuntimeException e) {
                standStill(e);
            }
        }
        release();
    }

    private void follow() throws InterruptedException {
        Optional<Long> claimed = positions.claim(name);
        if (claimed.isEmpty()) {
            tell(Activity.ELSEWHERE, state.position());
            Thread.sleep(LOOK_AGAIN);
            return;
        }
        long written = claimed.get();
        long writtenAt = System.nanoTime();
        Batch<E> batch = new Batch<>(List.of(), written, Optional.empty());
        try (BlockingStream<TrackedEventMessage<?>> events = log.openStream(new GlobalSequenceTrackingToken(written))) {
            while (!stopping) {
                batch = next(events, batch);
                if (!batch.events().isEmpty() || System.nanoTime() - writtenAt > LOOK_AGAIN.toNanos()) {
                    if (!write(batch, written)) {
                        LOG.warn(
                                "Projection {} is not at {} any more, is fed elsewhere, or has read what is lost",
                                name.code(),
                                written);
                        return;
                    }
                    written = batch.position();
                    writtenAt = System.nanoTime();
                    wait = LOOK_AGAIN;
                }
                tell(Activity.FOLLOWING, batch.position());
            }
        }
    }

    /** Events without use for the projection cost no transaction; that they were passed, it tells about once a second. */
    private Batch<E> next(BlockingStream<TrackedEventMessage<?>> events, Batch<E> before) throws InterruptedException {
        List<Recorded<E>> batch = new ArrayList<>();
        long position = before.position();
        Optional<String> last = before.last();
        boolean more = events.hasNextAvailable(Math.toIntExact(LOOK_AGAIN.toMillis()), TimeUnit.MILLISECONDS);
        for (int read = 0; more && read < MOST_AT_ONCE; read++) {
            TrackedEventMessage<?> message = events.nextAvailable();
            position = LogPosition.of(message.trackingToken());
            last = Optional.of(message.getIdentifier());
            Recorded.of(message, projection).ifPresent(batch::add);
            more = events.hasNextAvailable(0, TimeUnit.MILLISECONDS);
        }
        return new Batch<>(batch, position, last);
    }

    private boolean write(Batch<E> batch, long from) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            boolean moved = positions.move(name, from, batch.position(), batch.last());
            if (moved && !batch.events().isEmpty()) {
                projection.write(batch.events());
            }
            return moved;
        }));
    }

    private void standStill(RuntimeException failure) {
        if (stopping) {
            return;
        }
        tell(Activity.FAILING, state.position());
        LOG.error("Projection {} stands still and tries again in {}", name.code(), wait, failure);
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stopped) {
            stop();
        }
        Duration longer = wait.multipliedBy(2);
        wait = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
    }

    private void release() {
        tell(Activity.STOPPED, state.position());
        boolean interrupted = Thread.interrupted(); // Nobody would be given a connection.
        try {
            positions.release(name);
        } catch (RuntimeException e) {
            LOG.info("Another process can feed projection {} in {}", name.code(), Positions.SILENCE);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Activity activity, long position) {
        state = new ProjectionState(name, activity, position);
        progress.tell(state);
    }
}
