package io.ledgerbank.query.projection;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.query.projection.ProjectionState.Activity;
import java.time.Duration;
import java.util.Optional;
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

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final ProjectionName name;
    private final Projection<E> projection;
    private final Writing<E> writing;
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
            Writing<E> writing,
            Positions positions,
            TransactionOperations transactions,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            Progress progress) {
        this.name = name;
        this.projection = projection;
        this.writing = writing;
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
            } catch (UnwritableException e) {
                lookCloser(e);
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
        writing.begin();
        long written = claimed.get();
        long writtenAt = System.nanoTime();
        Batch<E> batch = Batch.behind(written);
        try (BlockingStream<TrackedEventMessage<?>> events = log.openStream(new GlobalSequenceTrackingToken(written))) {
            while (!stopping) {
                batch = batch.next(events, projection, LOOK_AGAIN);
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
                tell(writing.isHolding() ? Activity.LACKING : Activity.FOLLOWING, batch.position());
            }
        }
    }

    private boolean write(Batch<E> batch, long from) {
        writing.prepare();
        boolean written = Boolean.TRUE.equals(transactions.execute(transaction -> {
            boolean moved = positions.move(name, from, batch.position(), batch.last());
            if (moved) {
                writing.write(batch.events());
            }
            return moved;
        }));
        writing.succeed();
        return written;
    }

    /** Once more, and if the catalogue wants no further try, one event after the other. */
    private void lookCloser(UnwritableException failure) {
        if (writing.isLookingCloser()) {
            standStill(failure);
            return;
        }
        writing.lookCloser();
        LOG.warn("Projection {} cannot write a batch and will look at its events one by one", name.code(), failure);
        Reason.INTERNAL_SERVER_ERROR.retryPolicy().delayAfter(1).ifPresent(this::pause);
    }

    private void standStill(RuntimeException failure) {
        if (stopping) {
            return;
        }
        tell(Activity.FAILING, state.position());
        LOG.error("Projection {} stands still and tries again in {}", name.code(), wait, failure);
        pause(wait);
        Duration longer = wait.multipliedBy(2);
        wait = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            stop();
        }
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
