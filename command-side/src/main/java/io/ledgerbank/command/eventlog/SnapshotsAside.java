package io.ledgerbank.command.eventlog;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the lane for an aggregate's state, which it has in memory, and keeps the state aside, on a thread of its own: no
 * command waits for a snapshot, and no stream is read for one. A snapshot that fails is asked for again by later events.
 * Thread-safe.
 */
final class SnapshotsAside implements Snapshotter {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotsAside.class);

    private final CommandBus lane;
    private final Executor aside;
    private final TransactionManager transactions;
    private final SnapshotTable snapshots;
    private final SeenHeads seen;
    private final Set<String> beingTaken = ConcurrentHashMap.newKeySet();

    /**
     * @param aside which may reject what it has no room for
     * @param seen the head that the lane has committed before it answers
     */
    SnapshotsAside(
            CommandBus lane, Executor aside, TransactionManager transactions, SnapshotTable snapshots, SeenHeads seen) {
        this.seen = seen;
        this.lane = lane;
        this.aside = aside;
        this.transactions = transactions;
        this.snapshots = snapshots;
    }

    @Override
    public void scheduleSnapshot(Class<?> aggregateType, String aggregateId) {
        TakeSnapshot command = new TakeSnapshot(aggregateType, aggregateId);
        if (isBeforeCommit()) {
            CurrentUnitOfWork.get().afterCommit(committed -> ask(command));
        } else {
            ask(command);
        }
    }

    private static boolean isBeforeCommit() {
        return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().phase().isBefore(UnitOfWork.Phase.COMMIT);
    }

    /** From another thread: what is sent from the lane's own would become part of a batch that is over. */
    private void ask(TakeSnapshot command) {
        String id = command.aggregateId();
        if (beingTaken.add(id)) {
            aside(id, () -> request(id, command));
        }
    }

    private void request(String id, TakeSnapshot command) {
        try {
            lane.dispatch(GenericCommandMessage.asCommandMessage(command), keeping(id));
        } catch (RuntimeException e) {
            beingTaken.remove(id);
            LOG.debug("No snapshot of {} this time", id, e);
        }
    }

    private CommandCallback<Object, LogEntry> keeping(String id) {
        return (command, result) -> {
            if (result.isExceptional()) {
                beingTaken.remove(id);
                LOG.debug("No snapshot of {} this time", id, result.exceptionResult());
            } else {
                Head taken = seen.newest();
                aside(id, () -> keep(id, result.getPayload(), taken));
            }
        };
    }

    private void keep(String id, LogEntry snapshot, Head taken) {
        try {
            transactions.executeInTransaction(() -> snapshots.replace(snapshot, taken));
        } catch (RuntimeException e) {
            LOG.warn("Could not keep a snapshot of {}", id, e);
        } finally {
            beingTaken.remove(id);
        }
    }

    private void aside(String id, Runnable task) {
        try {
            aside.execute(task);
        } catch (RejectedExecutionException full) {
            beingTaken.remove(id);
        }
    }
}
