package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.saga.banking.Errand;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionOperations;

/** Has connections read now. Thread-safe. */
public final class Syncs {

    private final ConnectionTable table;
    private final WorkQueue queue;
    private final TransactionOperations transactions;
    private final Clock clock;

    Syncs(ConnectionTable table, WorkQueue queue, TransactionOperations transactions, Clock clock) {
        this.table = table;
        this.queue = queue;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Brings the item of the connection forward; while it is being done, it is done once more afterwards. */
    void ask(BankConnectionId id) {
        Instant now = clock.instant();
        WorkItem item = Errand.item(SyncWorker.KIND, id.toString(), conversation(id));
        transactions.executeWithoutResult(transaction -> {
            table.asked(id, now);
            queue.withdraw(item.subject(), item.sequence());
            queue.enqueue(item, now, Priority.NORMAL);
        });
    }

    /** Has all connections read through which this account of the bank is seen; tells how many those are. */
    public int ask(BankCode bank, String externalAccountId) {
        List<BankConnectionId> concerned = table.through(bank, externalAccountId);
        concerned.forEach(this::ask);
        return concerned.size();
    }

    private static String conversation(BankConnectionId id) {
        return Optional.ofNullable(MDC.get(MetadataKeys.CORRELATION_ID)).orElseGet(id::toString);
    }
}
