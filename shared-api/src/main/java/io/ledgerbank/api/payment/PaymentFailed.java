package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;

/**
 * The payment certainly did not happen and will not; its hold is released in the same append.
 *
 * @param catalogueVersion of the error catalogue that allowed no other attempt
 */
public record PaymentFailed(PaymentId paymentId, Reason reason, Instant failedAt, int catalogueVersion)
        implements PaymentEvent {}
