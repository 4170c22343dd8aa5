package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/**
 * Somebody had the next step taken at once instead of when it was due, or a parked payment asked about again.
 *
 * @param attempt the attempt to come, or the one that the bank is asked about
 * @param inquiry the number of the inquiry to come; 0 when the payment is to be sent
 * @param catalogueVersion of the error catalogue that says how often the bank is asked from here on
 */
public record RetryOrdered(
        PaymentId paymentId,
        UserId actor,
        String reason,
        int attempt,
        int inquiry,
        Instant orderedAt,
        int catalogueVersion)
        implements PaymentEvent, OperatorAct {}
