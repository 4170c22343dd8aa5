package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.PaymentStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to a payment, as those see it whom it concerns.
 *
 * @param sequence its place in the payment's history, from 0
 * @param type what happened
 * @param status where the payment was afterwards
 * @param attempts calls to the bank started by then
 * @param reason why, of what went wrong
 */
public record PaymentStep(
        long sequence,
        String type,
        Instant recordedAt,
        PaymentStatus status,
        String isoStatus,
        int attempts,
        Optional<Reason> reason) {}
