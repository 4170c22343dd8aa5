package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A paused payment goes on where it was. */
public record PaymentResumed(PaymentId paymentId, UserId actor, String reason, Instant resumedAt)
        implements PaymentEvent, OperatorAct {}
