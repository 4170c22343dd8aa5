package io.ledgerbank.command.eventlog;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Tries to decide many commands and to commit what they decided with one append. The root unit of work alone holds the
 * transaction; a nested one would commit it with the first command. For the lane's thread only.
 */
final class BatchAttempt {

    private final TransactionManager transactions;
    private final LaneHead head;
    private final Deciding deciding;
    private final InDoubt inDoubt;

    BatchAttempt(TransactionManager transactions, LaneHead head, Deciding deciding, InDoubt inDoubt) {
        this.transactions = transactions;
        this.head = head;
        this.deciding = deciding;
        this.inDoubt = inDoubt;
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
        try {
            LogTurn turn = head.open(lock);
            turn.belongTo(root);
            return decide(commands, lock, root, turn, transaction);
        } catch (RuntimeException e) {
            rollBack(root, e);
            return PostgresErrors.isContention(e) ? new BatchOutcome.Failed(e) : new BatchOutcome.Unreachable(e);
        } catch (Error e) {
            rollBack(root, e);
            transaction.rollback(); // Axon leaves it open when an error ends a commit.
            throw e;
        }
    }

    private BatchOutcome decide(
            List<QueuedCommand<?, ?>> commands,
            AppendLock lock,
            UnitOfWork<?> root,
            LogTurn turn,
            BatchTransaction transaction) {
        Head before = turn.head();
        List<ResultMessage<?>> results = new ArrayList<>(commands.size());
        try {
            for (QueuedCommand<?, ?> command : commands) {
                results.add(deciding.decide(command));
            }
            root.onPrepareCommit(appended -> requireNewest(before, turn, lock));
            root.commit();
            head.remember(turn.head());
            return new BatchOutcome.Committed(results);
        } catch (SpoiledBatch spoiled) {
            rollBack(root, spoiled.failure());
            return new BatchOutcome.Failed(spoiled.failure());
        } catch (RuntimeException e) {
            rollBack(root, e);
            if (transaction.isInDoubt() && !turn.head().equals(before)) {
                return inDoubt.settle(turn.head(), results);
            }
            return e instanceof LostRace race ? new BatchOutcome.Lost(race) : new BatchOutcome.Failed(e);
        }
    }

    /** An append proves by itself that the decisions rest on the newest state; where there is none, somebody has to look. */
    private void requireNewest(Head before, LogTurn turn, AppendLock lock) {
        if (lock == AppendLock.TOGETHER && turn.head().equals(before)) {
            head.requireUnmoved(before);
        }
    }

    private static void rollBack(UnitOfWork<?> root, Throwable cause) {
        if (root.phase() == UnitOfWork.Phase.STARTED) {
            root.rollback(cause);
        }
    }
}
