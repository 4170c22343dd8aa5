package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;

/** The payment was called off before any bank was told of it; what was held for it is released in the same append. */
public record PaymentCancelled(PaymentId paymentId, Instant cancelledAt) implements PaymentEvent {}
