package io.ledgerbank.query.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A run of a standing order as its owner sees it.
 *
 * @param number 1 for the first
 * @param date the day it is for
 * @param ranAt when it was made, which is later after a downtime
 * @param paymentId empty when no payment could be taken on at all
 * @param status the payment's; {@code FAILED} without one
 * @param refusal why it failed, or why it has to be tried again
 * @param nextTryAt when it is tried again
 */
public record RunDetails(
        int number,
        LocalDate date,
        Instant ranAt,
        Optional<PaymentId> paymentId,
        PaymentStatus status,
        Optional<Reason> refusal,
        Optional<Instant> nextTryAt) {}
