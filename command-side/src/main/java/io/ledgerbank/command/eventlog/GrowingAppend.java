package io.ledgerbank.command.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The append of one batch. It is written piece by piece while the rest of the batch is still being decided, so that the
 * database works meanwhile. Used by the lane's thread; at most one piece at a time is written by another.
 */
public final class GrowingAppend {

    /** Writes events behind a head and tells the new one. */
    @FunctionalInterface
    interface Piece {
        Head write(Head behind, List<EventMessage<?>> events);
    }

    private static final String RESOURCE = GrowingAppend.class.getName();

    /** A piece costs two round trips, so a small batch is better written at once. */
    private static final int SMALLEST_PIECE = 32;

    private final LogTurn turn;
    private final Piece pieces;
    private final Executor aside;
    private final List<EventMessage<?>> events = new ArrayList<>();
    private int taken;
    private CompletableFuture<Head> underWay;

    GrowingAppend(LogTurn turn, Piece pieces, Executor aside) {
        this.turn = turn;
        this.pieces = pieces;
        this.aside = aside;
        this.underWay = CompletableFuture.completedFuture(turn.head());
    }

    /** The append of the batch that is being decided in this thread, if one is. */
    static Optional<GrowingAppend> current() {
        if (!CurrentUnitOfWork.isStarted()) {
            return Optional.empty();
        }
        GrowingAppend append = CurrentUnitOfWork.get().root().getResource(RESOURCE);
        return Optional.ofNullable(append);
    }

    /** The last event that was written, once all are. */
    public Head head() {
        return turn.head();
    }

    /** Is written to its end before anything else that the batch writes. */
    public void belongTo(UnitOfWork<?> root) {
        root.resources().put(RESOURCE, this);
        root.onPrepareCommit(decided -> finish());
    }

    /** Takes over what one command has decided, which only the rollback of the whole batch takes back. */
    void add(List<? extends EventMessage<?>> decided) {
        events.addAll(decided);
        if (events.size() - taken >= SMALLEST_PIECE && underWay.isDone() && !underWay.isCompletedExceptionally()) {
            Head behind = underWay.join();
            List<EventMessage<?>> piece = take();
            underWay = CompletableFuture.supplyAsync(() -> pieces.write(behind, piece), aside);
        }
    }

    /** @throws RuntimeException as writing failed, now or before */
    void finish() {
        Head head = written();
        if (taken < events.size()) {
            head = pieces.write(head, take());
            underWay = CompletableFuture.completedFuture(head);
        }
        turn.moveTo(head);
    }

    /**
     * Writes what is left of the batch's events.
     *
     * @throws IllegalStateException when other events were written than the batch has decided on
     */
    void finishWith(List<? extends EventMessage<?>> all) {
        for (int i = 0; i < events.size(); i++) {
            if (i >= all.size() || all.get(i) != events.get(i)) {
                throw new IllegalStateException("Event %d of the batch is not the one that was written".formatted(i));
            }
        }
        events.addAll(all.subList(events.size(), all.size()));
        finish();
    }

    /** Waits until nobody writes any more; what is written is to be rolled back. */
    public Optional<Throwable> abandon() {
        return Optional.ofNullable(underWay.handle((head, failure) -> failure).join())
                .map(GrowingAppend::cause);
    }

    private List<EventMessage<?>> take() {
        List<EventMessage<?>> piece = List.copyOf(events.subList(taken, events.size()));
        taken = events.size();
        return piece;
    }

    private Head written() {
        try {
            return underWay.join();
        } catch (CompletionException e) {
            throw cause(e) instanceof RuntimeException failure ? failure : e;
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
