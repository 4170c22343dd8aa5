package io.ledgerbank.command.lane;

import io.ledgerbank.command.eventlog.AheadWriter;
import io.ledgerbank.command.eventlog.AppendLock;
import io.ledgerbank.command.eventlog.GrowingAppend;
import io.ledgerbank.command.eventlog.Head;
import io.ledgerbank.command.eventlog.LogBusy;
import io.ledgerbank.command.eventlog.LogTurn;
import io.ledgerbank.command.eventlog.LostRace;
import io.ledgerbank.command.eventlog.PostgresErrors;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries to decide many commands and to commit what they decided with one append. The root unit of work alone holds the
 * transaction; a nested one would commit it with the first command. For the lane's thread only.
 */
final class BatchAttempt {

    private static final Logger LOG = LoggerFactory.getLogger(BatchAttempt.class);

    private final TransactionManager transactions;
    private final LaneHead head;
    private final AheadWriter writer;
    private final Deciding deciding;
    private final InDoubt inDoubt;
    private final List<BatchOpening> openings;

    BatchAttempt(
            TransactionManager transactions,
            LaneHead head,
            AheadWriter writer,
            Deciding deciding,
            InDoubt inDoubt,
            List<BatchOpening> openings) {
        this.transactions = transactions;
        this.head = head;
        this.writer = writer;
        this.deciding = deciding;
        this.inDoubt = inDoubt;
        this.openings = List.copyOf(openings);
    }

    BatchOutcome at(List<QueuedCommand<?, ?>> commands, AppendLock lock) {
        BatchTransaction transaction;
        try {
            transaction = new BatchTransaction(transactions.startTransaction());
        } catch (RuntimeException e) {
            return new BatchOutcome.Unreachable(e);
        }
        UnitOfWork<?> root = DefaultUnitOfWork.startAndGet(null);
        root.onCommit(decided -> transaction.commit());
        root.onRollback(failed -> transaction.rollback());
        GrowingAppend append;
        try {
            append = open(commands, lock, root);
        } catch (RuntimeException | Error e) {
            abandon(root, transaction, e);
            return unopened(e);
        }
        return decide(commands, lock, root, append, transaction);
    }

    private GrowingAppend open(List<QueuedCommand<?, ?>> commands, AppendLock lock, UnitOfWork<?> root) {
        LogTurn turn = head.open(lock);
        turn.belongTo(root);
        GrowingAppend append = writer.begin(turn);
        append.belongTo(root);
        List<? extends CommandMessage<?>> messages =
                commands.stream().map(QueuedCommand::command).toList();
        openings.forEach(opening -> opening.open(root, messages));
        return append;
    }

    private static BatchOutcome unopened(Throwable failure) {
        if (failure instanceof LostRace race) {
            return new BatchOutcome.Lost(race);
        }
        return failure instanceof LogBusy || PostgresErrors.isUnreachable(failure)
                ? new BatchOutcome.Unreachable(failure)
                : new BatchOutcome.Failed(failure);
    }

    private BatchOutcome decide(
            List<QueuedCommand<?, ?>> commands,
            AppendLock lock,
            UnitOfWork<?> root,
            GrowingAppend append,
            BatchTransaction transaction) {
        Head before = append.head();
        List<ResultMessage<?>> results = new ArrayList<>(commands.size());
        try {
            for (QueuedCommand<?, ?> command : commands) {
                results.add(deciding.decide(command));
            }
            root.onPrepareCommit(appended -> requireNewest(before, append, lock));
            root.commit();
        } catch (RuntimeException | Error e) {
            if (!transaction.isCommitted()) {
                return undone(e, before, root, append, transaction, results);
            }
            LOG.warn("Something stumbled over a commit that had taken place", e);
        }
        head.remember(append.head());
        return new BatchOutcome.Committed(results);
    }

    private BatchOutcome undone(
            Throwable failure,
            Head before,
            UnitOfWork<?> root,
            GrowingAppend append,
            BatchTransaction transaction,
            List<ResultMessage<?>> results) {
        Throwable first = append.abandon().orElse(failure);
        abandon(root, transaction, first);
        if (transaction.isInDoubt() && !append.head().equals(before)) {
            return inDoubt.settle(append.head(), results);
        }
        return switch (first) {
            case LostRace race -> new BatchOutcome.Lost(race);
            case LogBusy busy -> new BatchOutcome.Unreachable(busy);
            case SpoiledBatch spoiled -> new BatchOutcome.Failed(spoiled.failure());
            default -> new BatchOutcome.Failed(first);
        };
    }

    /** An append proves by itself that the decisions rest on the newest state; where there is none, somebody has to look. */
    private void requireNewest(Head before, GrowingAppend append, AppendLock lock) {
        if (lock == AppendLock.TOGETHER && append.head().equals(before)) {
            head.requireUnmoved(before);
        }
    }

    /** Axon rolls back for an exception, not for an error: then aggregates stay in memory that have seen what never was. */
    private void abandon(UnitOfWork<?> root, BatchTransaction transaction, Throwable cause) {
        try {
            if (root.isActive() && root.isCurrent()) {
                root.rollback(cause);
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("Could not roll back a batch", e);
        }
        if (!root.isRolledBack()) {
            head.forgetEverything();
            rollBack(transaction);
        }
        while (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.clear(CurrentUnitOfWork.get());
        }
    }

    private static void rollBack(BatchTransaction transaction) {
        try {
            transaction.rollback();
        } catch (RuntimeException e) {
            LOG.warn("Could not roll back a transaction", e);
        }
    }
}
