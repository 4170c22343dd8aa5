package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;

/** The money moved within our own books. */
public record PaymentCompleted(PaymentId paymentId, Instant completedAt) implements PaymentEvent {}
