package io.ledgerbank.command.lane;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.eventlog.Head;
import io.ledgerbank.command.eventlog.LostRace;
import java.time.Duration;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.ResultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out about a COMMIT whose answer was lost: either the log has this very hash at this position, or it has not. */
final class InDoubt {

    private static final Logger LOG = LoggerFactory.getLogger(InDoubt.class);

    /** Nobody else is answered meanwhile, and a client that is told nothing certain may repeat its request. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final TransactionManager transactions;
    private final LaneHead head;
    private final Runnable wake;

    /** @param wake lets those who follow the log know of events whose commit nobody else could tell of */
    InDoubt(TransactionManager transactions, LaneHead head, Runnable wake) {
        this.transactions = transactions;
        this.head = head;
        this.wake = wake;
    }

    /** @param results what the commands are answered if their events stand */
    BatchOutcome settle(Head written, List<ResultMessage<?>> results) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return settled(written, results);
            } catch (RuntimeException noAnswer) {
                if (System.nanoTime() - deadline > 0 || !pause()) {
                    LOG.error("It is not known whether the events up to position {} stand", written.position());
                    return new BatchOutcome.Unreachable(new RejectedException(
                            Reason.SERVICE_UNAVAILABLE, "It is not known yet whether this has happened"));
                }
            }
        }
    }

    private BatchOutcome settled(Head written, List<ResultMessage<?>> results) {
        if (transactions.fetchInTransaction(() -> head.stands(written))) {
            LOG.warn("The answer to a COMMIT was lost; the events up to position {} stand", written.position());
            head.remember(written);
            wake.run();
            return new BatchOutcome.Committed(results);
        }
        return new BatchOutcome.Lost(new LostRace("The commit did not take place"));
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
