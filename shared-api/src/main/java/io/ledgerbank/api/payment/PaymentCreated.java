package io.ledgerbank.api.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment was accepted; what it moves is held or moved in the same append.
 *
 * @param ownerId whose payment it is: the debtor account's owner, or for a deposit the creditor account's
 * @param debtorIban present when an account of ours is the debtor
 * @param createdAt for a scheduled payment, when it was executed
 * @param reversalOf the payment that it takes back
 */
public record PaymentCreated(
        PaymentId paymentId,
        UserId ownerId,
        PaymentOrder order,
        Optional<Iban> debtorIban,
        Instant createdAt,
        @JsonInclude(Include.NON_ABSENT) Optional<PaymentId> reversalOf)
        implements PaymentEvent {

    /** A payment that takes no other back. */
    public PaymentCreated(
            PaymentId paymentId, UserId ownerId, PaymentOrder order, Optional<Iban> debtorIban, Instant createdAt) {
        this(paymentId, ownerId, order, debtorIban, createdAt, Optional.empty());
    }
}
