package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.OperatorAct;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.eventtype.EventTypes;
import io.ledgerbank.command.eventtype.StoredType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Makes receipts of payments. What no checkpoint covers yet is signed first. Thread-safe. */
final class Receipts {

    private static final Set<String> ACTS_OF_STAFF = EventTypes.ALL.stream()
            .filter(type -> OperatorAct.class.isAssignableFrom(type.type()))
            .map(StoredType::name)
            .collect(Collectors.toUnmodifiableSet());

    private final ReceiptRows rows;
    private final Checkpointing checkpointing;
    private final SealedKeys keys;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    Receipts(
            ReceiptRows rows,
            Checkpointing checkpointing,
            SealedKeys keys,
            TransactionOperations transactions,
            JsonMapper json) {
        this.rows = rows;
        this.checkpointing = checkpointing;
        this.keys = keys;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * For whoever's payment it is and for staff; for staff alone once staff has acted on it, because a receipt shows all that is
     * stored, and who wrote what and why is not its payer's to read.
     *
     * @throws RejectedException {@code payment_not_found}, also for whom it does not concern; {@code insufficient_permissions};
     *     {@code service_unavailable} when the log is not intact, so that nothing of it is signed
     */
    Receipt of(PaymentId id, Caller caller) {
        List<ReceiptRows.Stored> events = rows.events(id);
        if (events.isEmpty() || !concerns(events.getFirst(), caller)) {
            throw new RejectedException(Reason.PAYMENT_NOT_FOUND, "There is no payment " + id + " for this caller");
        }
        if (!caller.isStaff() && events.stream().anyMatch(event -> ACTS_OF_STAFF.contains(event.type()))) {
            throw new RejectedException(
                    Reason.INSUFFICIENT_PERMISSIONS,
                    "The bank's staff has acted on this payment; ask it for the receipt");
        }
        if (rows.covering(events.getLast().position()).isEmpty()) {
            checkpointing.run(new Stop());
        }
        Map<Checkpoint, List<ReceiptRows.Stored>> covered = new LinkedHashMap<>();
        for (ReceiptRows.Stored event : events) {
            Checkpoint covering = rows.covering(event.position()).orElseThrow(Receipts::unsigned);
            covered.computeIfAbsent(covering, first -> new ArrayList<>()).add(event);
        }
        return new Receipt(Receipt.FORMAT, id, proven(covered), List.copyOf(covered.keySet()));
    }

    private List<Receipt.Proven> proven(Map<Checkpoint, List<ReceiptRows.Stored>> covered) {
        List<Receipt.Proven> proven = new ArrayList<>();
        // In a transaction, because else the driver would read all hashes at once.
        transactions.executeWithoutResult(transaction ->
                covered.forEach((checkpoint, events) -> proven.addAll(rows.proven(checkpoint, events, keys))));
        return proven;
    }

    private boolean concerns(ReceiptRows.Stored first, Caller caller) {
        return caller.isStaff()
                || json.readTree(first.payload())
                        .path("ownerId")
                        .asString("")
                        .equals(caller.userId().toString());
    }

    private static RejectedException unsigned() {
        return new RejectedException(Reason.SERVICE_UNAVAILABLE, "The event log cannot be vouched for at the moment");
    }
}
