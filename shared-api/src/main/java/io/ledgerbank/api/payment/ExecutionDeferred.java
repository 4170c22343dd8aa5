package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;

/** A scheduled payment could not be made yet and is tried again later. */
public record ExecutionDeferred(PaymentId paymentId, Reason reason, Instant deferredAt, Instant nextTryAt)
        implements PaymentEvent {}
