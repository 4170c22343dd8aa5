package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/**
 * Somebody gave a payment up that its bank certainly did not execute; that it has failed or is cancelled, and that its hold
 * is released, is in the same append.
 */
public record CompensationOrdered(PaymentId paymentId, UserId actor, String reason, Instant orderedAt)
        implements PaymentEvent, OperatorAct {}
