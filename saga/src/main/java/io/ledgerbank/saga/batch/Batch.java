package io.ledgerbank.saga.batch;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.SagaCriteria;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch and how far it has come.
 *
 * @param total payments that met the criteria when it was ordered
 * @param failures of some of the payments that it could not act on, the first ones
 * @param sums of all its payments, by currency
 */
public record Batch(
        UUID id,
        BatchAction action,
        SagaCriteria filter,
        String reason,
        BatchState state,
        UserId requestedBy,
        Instant requestedAt,
        Optional<Instant> endedAt,
        int total,
        int done,
        int failed,
        int left,
        List<Failure> failures,
        List<Sum> sums) {

    /** A payment that refused the action, and why. */
    public record Failure(PaymentId paymentId, Reason reason) {}
}
