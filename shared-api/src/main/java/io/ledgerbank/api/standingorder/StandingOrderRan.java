package io.ledgerbank.api.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.StandingOrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * A run was due, and its payment was taken on in the same append. What becomes of the payment is the payment's own story.
 *
 * @param paymentId empty when no payment could be taken on at all
 * @param refusal why not
 * @param next empty after the last run
 */
public record StandingOrderRan(
        StandingOrderId standingOrderId,
        DueRun run,
        Optional<PaymentId> paymentId,
        Optional<Reason> refusal,
        Instant ranAt,
        Optional<DueRun> next)
        implements StandingOrderEvent {}
