package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** The bank is neither told nor asked anything about the payment until it is resumed; what the bank tells is recorded. */
public record PaymentPaused(PaymentId paymentId, UserId actor, String reason, Instant pausedAt)
        implements PaymentEvent, OperatorAct {}
