package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/**
 * Somebody wrote something down about a payment; it changes nothing else.
 *
 * @param reason what they wrote
 */
public record PaymentNoted(PaymentId paymentId, UserId actor, String reason, Instant notedAt)
        implements PaymentEvent, OperatorAct {}
