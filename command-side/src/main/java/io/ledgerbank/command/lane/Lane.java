package io.ledgerbank.command.lane;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a node that decides commands: as many at once as are waiting, up to a bound, and never waiting for
 * more. Answers only what is committed. Commands are decided in the order in which they came.
 */
final class Lane implements AutoCloseable {

    /** Axon looks through all of a batch's aggregates with each of them. */
    private static final int MOST_AT_ONCE = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private static final Duration LOOK_UP_AFTER = Duration.ofMillis(100);

    private final BlockingQueue<QueuedCommand<?, ?>> waiting;
    private final Decisions decisions;
    private final LaneCounts counts;
    private final Thread thread;
    private volatile boolean closed;

    Lane(int mostWaiting, Decisions decisions, LaneCounts counts) {
        this.waiting = new ArrayBlockingQueue<>(mostWaiting);
        this.decisions = decisions;
        this.counts = counts;
        this.thread = Thread.ofPlatform().name("lane").daemon().unstarted(this::run);
        thread.start();
    }

    /** Answers {@code service_unavailable} at once when too many are waiting. */
    void enqueue(QueuedCommand<?, ?> command) {
        if (closed || !waiting.offer(command)) {
            counts.refusedWaiting.increment();
            command.fail(unavailable("Too many are waiting; try again"));
        } else if (closed) {
            refuseWaiting();
        }
    }

    int waiting() {
        return waiting.size();
    }

    /** Finishes the batch that is being decided and refuses the commands behind it. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseWaiting();
    }

    private void run() {
        List<QueuedCommand<?, ?>> batch = new ArrayList<>(MOST_AT_ONCE);
        while (!closed) {
            try {
                if (await(batch)) {
                    refuseTooLate(batch);
                    decide(batch);
                }
            } catch (RuntimeException | Error e) {
                survive(batch, e);
            }
            batch.clear();
        }
        refuseWaiting();
    }

    /** Whatever it was, and even if it cannot be logged: those who were answered already are not answered again. */
    private static void survive(List<QueuedCommand<?, ?>> batch, Throwable failure) {
        batch.forEach(command -> command.failQuietly(failure));
        try {
            LOG.error("The lane stumbled", failure);
        } catch (RuntimeException | Error unlogged) {
            failure.addSuppressed(unlogged);
        }
    }

    /** Whether commands are decided on this node. */
    boolean isAlive() {
        return thread.isAlive() && !closed;
    }

    /** Whether this is the thread on which everybody's commands are decided, so that it must not wait for one. */
    boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    private void decide(List<QueuedCommand<?, ?>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        counts.batches.increment();
        counts.commands.add(batch.size());
        decisions.decide(batch, this::takeWaiting);
    }

    /** Whoever sent them hears at once that nothing has happened, instead of waiting even longer. */
    private void refuseTooLate(List<QueuedCommand<?, ?>> batch) {
        long now = System.nanoTime();
        batch.removeIf(command -> {
            boolean late = command.isTooLateAt(now);
            if (late) {
                counts.refusedWaiting.increment();
                command.fail(tooLate());
            }
            return late;
        });
    }

    private boolean await(List<QueuedCommand<?, ?>> batch) {
        try {
            QueuedCommand<?, ?> first = waiting.poll(LOOK_UP_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            if (first == null) {
                return false;
            }
            batch.add(first);
            waiting.drainTo(batch, MOST_AT_ONCE - 1);
            return true;
        } catch (InterruptedException stray) {
            return false; // Left behind by a handler; only close() ends the lane.
        }
    }

    private void refuseWaiting() {
        takeWaiting().forEach(command -> command.fail(unavailable("The service is shutting down")));
    }

    private List<QueuedCommand<?, ?>> takeWaiting() {
        List<QueuedCommand<?, ?>> taken = new ArrayList<>();
        waiting.drainTo(taken);
        return taken;
    }

    static RejectedException tooLate() {
        return unavailable("The command waited too long for its turn; try again");
    }

    static RejectedException unavailable(String detail) {
        return new RejectedException(Reason.SERVICE_UNAVAILABLE, detail);
    }
}
