package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;

/**
 * The bank sent the money of a completed payment back; the debtor is credited in the same append.
 *
 * @param bankReference by which the bank knows the return
 */
public record PaymentReturned(PaymentId paymentId, Reason reason, String bankReference, Instant returnedAt)
        implements PaymentEvent {}
