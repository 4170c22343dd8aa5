package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;

/** The bank certainly did not execute this attempt, and there will be another. */
public record AttemptFailed(PaymentId paymentId, int attempt, Reason reason, Instant failedAt, Instant nextAttemptAt)
        implements PaymentEvent {}
