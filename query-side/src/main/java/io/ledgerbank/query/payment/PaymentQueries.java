package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Listing;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.paging.SortColumn;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers what was paid: to whoever's payment it is and to staff; to anybody else it does not exist. Thread-safe. */
public class PaymentQueries {

    private final PaymentRows payments;
    private final PaymentCounts counts;
    private final EntityManager entities;

    PaymentQueries(PaymentRows payments, PaymentCounts counts, EntityManager entities) {
        this.payments = payments;
        this.counts = counts;
        this.entities = entities;
    }

    /** The caller's payments, or everybody's for staff. */
    public Page<PaymentDetails> payments(PaymentFilter filter, Paging paging, Caller caller) {
        return Listing.of(PaymentRow.class, "readmodel.payment", SortColumn.time("created_at"))
                .whereGiven("owner_id = :owner", "owner", restriction(caller))
                .whereEither(
                        "debtor_account_id = :account",
                        "creditor_account_id = :account",
                        "account",
                        filter.accountId().map(AccountId::value))
                .whereGiven("status = :status", "status", filter.status().map(Enum::name))
                .whereGiven("type = :type", "type", filter.type().map(Enum::name))
                .whereGiven("created_at >= :from", "from", filter.from())
                .whereGiven("created_at < :to", "to", filter.to())
                .page(entities, paging)
                .map(PaymentRow::details);
    }

    /** @throws RejectedException {@code payment_not_found} */
    public PaymentDetails payment(PaymentId id, Caller caller) {
        return visible(id, caller).details();
    }

    /**
     * Those there are of these payments, in no particular order.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    public List<PaymentDetails> payments(List<PaymentId> ids, Caller caller) {
        caller.requireStaff();
        return payments.findByIdIn(ids.stream().map(PaymentId::value).toList()).stream()
                .map(PaymentRow::details)
                .toList();
    }

    /** @throws RejectedException {@code payment_not_found} */
    public PaymentState state(PaymentId id, Caller caller) {
        return PaymentState.of(visible(id, caller).progress());
    }

    /** Of the caller's own payments, or of everybody's for an administrator. */
    public PaymentStats stats(Caller caller) {
        return counts.count(caller.isAdmin() ? Optional.empty() : Optional.of(caller.userId()));
    }

    static RejectedException notFound(PaymentId id) {
        return new RejectedException(Reason.PAYMENT_NOT_FOUND, "There is no payment " + id + " for this caller");
    }

    private PaymentRow visible(PaymentId id, Caller caller) {
        return payments.findById(id.value())
                .filter(payment -> caller.isStaff() || caller.owns(payment.owner()))
                .orElseThrow(() -> notFound(id));
    }

    private static Optional<UUID> restriction(Caller caller) {
        return caller.isStaff() ? Optional.empty() : Optional.of(caller.userId().value());
    }
}
