package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a payment is about, as opposed to how far it has come.
 *
 * @param ownerId whose payment it is: the debtor account's owner, or for a deposit the creditor account's
 * @param createdAt when it was taken on
 * @param reversalOf the payment that it takes back
 */
public record PaymentTerms(
        PaymentId id, UserId ownerId, PaymentOrder order, Instant createdAt, Optional<PaymentId> reversalOf) {

    public static PaymentTerms of(PaymentScheduled scheduled) {
        return new PaymentTerms(
                scheduled.paymentId(),
                scheduled.ownerId(),
                scheduled.order(),
                scheduled.scheduledAt(),
                Optional.empty());
    }

    public static PaymentTerms of(PaymentCreated created) {
        return new PaymentTerms(
                created.paymentId(), created.ownerId(), created.order(), created.createdAt(), created.reversalOf());
    }

    /** The terms after one more event: what was scheduled may turn out to stay within our own books. */
    public PaymentTerms after(PaymentEvent event) {
        return event instanceof PaymentCreated created
                ? new PaymentTerms(id, ownerId, created.order(), createdAt, reversalOf)
                : this;
    }
}
