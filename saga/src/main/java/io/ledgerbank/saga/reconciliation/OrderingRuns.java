package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.banking.Errand;
import io.ledgerbank.saga.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionOperations;

/** Has runs made: whenever somebody wants one, and every day. Thread-safe. */
public final class OrderingRuns {

    private final Runs runs;
    private final WorkQueue queue;
    private final TransactionOperations transactions;
    private final EveryDay everyDay;
    private final Clock clock;

    OrderingRuns(Runs runs, WorkQueue queue, TransactionOperations transactions, EveryDay everyDay, Clock clock) {
        this.runs = runs;
        this.queue = queue;
        this.transactions = transactions;
        this.everyDay = everyDay;
        this.clock = clock;
    }

    /** The run has been ordered, and is made by some node soon. */
    public ReconciliationRun order(Caller caller) {
        caller.requireAdmin();
        UUID id = Uuids.next();
        Instant now = clock.instant();
        String conversation =
                Optional.ofNullable(MDC.get(MetadataKeys.CORRELATION_ID)).orElseGet(id::toString);
        transactions.executeWithoutResult(transaction -> {
            runs.insert(id, caller.toString(), now);
            queue.enqueue(Errand.item(Reconciling.KIND, id.toString(), conversation), now, Priority.NORMAL);
        });
        return runs.find(id);
    }

    /** One item for all nodes and days, whoever starts first. */
    void orderDaily() {
        Instant now = clock.instant();
        queue.enqueue(
                Errand.item(DailyErrand.KIND, "all", DailyErrand.KIND),
                now.plus(everyDay.untilNext(now)),
                Priority.NORMAL);
    }
}
