package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;

/**
 * The bank has not told what became of the payment however often it was asked, or cannot be asked; a person must find out.
 *
 * @param catalogueVersion of the error catalogue that allowed no other inquiry
 */
public record PaymentParked(PaymentId paymentId, int attempt, Reason reason, Instant parkedAt, int catalogueVersion)
        implements PaymentEvent {}
