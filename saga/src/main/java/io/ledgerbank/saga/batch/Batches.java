package io.ledgerbank.saga.batch;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.SagaFinder;
import io.ledgerbank.api.payment.SagaFinder.Found;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionOperations;

/** What administrators have done to many payments at once. Thread-safe. */
public final class Batches {

    /** A batch, and whether it was there before. */
    public record Begun(Batch batch, By by) {

        public enum By {
            THIS_REQUEST,
            AN_EARLIER_ONE
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final int MOST = 10_000;
    private static final List<BatchState> OPEN = List.of(BatchState.RUNNING, BatchState.PAUSED);

    private final SagaFinder sagas;
    private final BatchTable table;
    private final BatchReports reports;
    private final WorkQueue queue;
    private final TransactionOperations transactions;
    private final Clock clock;

    Batches(
            SagaFinder sagas,
            BatchTable table,
            BatchReports reports,
            WorkQueue queue,
            TransactionOperations transactions,
            Clock clock) {
        this.sagas = sagas;
        this.table = table;
        this.reports = reports;
        this.queue = queue;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What the order would act on now; nothing is recorded.
     *
     * @throws RejectedException {@code insufficient_permissions}, {@code missing_fields}, {@code batch_too_large}
     */
    public BatchPreview preview(BatchOrder order, Caller caller) {
        return BatchPreview.of(order.action(), found(order, caller));
    }

    /**
     * Begins to act on what meets the criteria now.
     *
     * @param key with which the same caller's same request begins it once
     * @throws RejectedException {@code insufficient_permissions}, {@code missing_fields}, {@code batch_too_large},
     *     {@code idempotency_key_reused}
     */
    public Begun begin(BatchOrder order, Optional<String> key, Caller caller) {
        caller.requireAdmin();
        String filter = reports.written(order.filter());
        Optional<Begun> before = key.flatMap(known -> begunBefore(order, filter, known, caller));
        return before.orElseGet(() -> begun(order, filter, key, caller));
    }

    private Begun begun(BatchOrder order, String filter, Optional<String> key, Caller caller) {
        List<Found> payments = found(order, caller);
        UUID id = Uuids.next();
        Instant now = clock.instant();
        boolean isNew = Boolean.TRUE.equals(transactions.execute(transaction -> {
            if (!table.insert(id, order, filter, key, caller, payments, now)) {
                return false;
            }
            queue.enqueue(new WorkItem(id.toString(), 0, conversation(id)), now, Priority.NORMAL);
            return true;
        }));
        if (!isNew) {
            return begunBefore(order, filter, key.orElseThrow(), caller).orElseThrow();
        }
        LOG.info("{} begins batch {}: {} {} payments", caller, id, order.action(), payments.size());
        return new Begun(reports.find(id), Begun.By.THIS_REQUEST);
    }

    private Optional<Begun> begunBefore(BatchOrder order, String filter, String key, Caller caller) {
        return table.known(caller, key).map(known -> {
            boolean same = known.action() == order.action()
                    && known.filter().equals(filter)
                    && known.reason().equals(order.reason().text());
            if (!same) {
                throw new RejectedException(Reason.IDEMPOTENCY_KEY_REUSED, Reason.IDEMPOTENCY_KEY_REUSED.description());
            }
            return new Begun(reports.find(known.id()), Begun.By.AN_EARLIER_ONE);
        });
    }

    /** @throws RejectedException {@code insufficient_permissions}, {@code batch_not_found}, {@code already_processed} */
    public Batch pause(UUID id, Caller caller) {
        return decide(id, caller, () -> table.move(id, List.of(BatchState.RUNNING), BatchState.PAUSED));
    }

    /** @throws RejectedException {@code insufficient_permissions}, {@code batch_not_found}, {@code already_processed} */
    public Batch resume(UUID id, Caller caller) {
        return decide(id, caller, () -> table.move(id, List.of(BatchState.PAUSED), BatchState.RUNNING));
    }

    /** @throws RejectedException {@code insufficient_permissions}, {@code batch_not_found}, {@code already_processed} */
    public Batch cancel(UUID id, Caller caller) {
        return decide(id, caller, () -> table.end(id, OPEN, BatchState.CANCELLED, clock.instant()));
    }

    private Batch decide(UUID id, Caller caller, BooleanSupplier decision) {
        caller.requireAdmin();
        Batch before = reports.find(id);
        if (!decision.getAsBoolean()) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The batch is " + before.state());
        }
        Batch after = reports.find(id);
        LOG.info("{} has batch {} {}", caller, id, after.state());
        return after;
    }

    private List<Found> found(BatchOrder order, Caller caller) {
        caller.requireAdmin();
        if (order.filter().meansAll()) {
            throw new RejectedException(Reason.MISSING_FIELDS, "The filter names at least one criterion");
        }
        List<Found> found = sagas.find(order.filter(), MOST + 1);
        if (found.size() > MOST) {
            throw new RejectedException(Reason.BATCH_TOO_LARGE, Reason.BATCH_TOO_LARGE.description());
        }
        return found;
    }

    private static String conversation(UUID id) {
        return Optional.ofNullable(MDC.get(MetadataKeys.CORRELATION_ID)).orElseGet(id::toString);
    }
}
