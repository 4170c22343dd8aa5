package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody found out what the bank did with a parked payment; what follows for payment and hold is in the same append.
 *
 * @param evidence by which they know
 * @param approvedBy the second person, where it took one
 */
public record OutcomeResolved(
        PaymentId paymentId,
        UserId actor,
        String reason,
        Execution outcome,
        String evidence,
        Optional<UserId> approvedBy,
        Instant resolvedAt)
        implements PaymentEvent, OperatorAct {}
