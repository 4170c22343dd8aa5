package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;

/**
 * The bank certainly did not execute this attempt, and there will be another.
 *
 * @param catalogueVersion of the error catalogue that allowed another and said when
 */
public record AttemptFailed(
        PaymentId paymentId, int attempt, Reason reason, Instant failedAt, Instant nextAttemptAt, int catalogueVersion)
        implements PaymentEvent {}
