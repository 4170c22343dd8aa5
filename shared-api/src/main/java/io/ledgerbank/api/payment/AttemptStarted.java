package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;

/**
 * The bank is about to be called. Without a later event about this attempt its outcome is unknown.
 *
 * @param deadline until which the caller of the bank may still be waiting
 */
public record AttemptStarted(PaymentId paymentId, int attempt, Instant startedAt, Instant deadline)
        implements PaymentEvent {}
