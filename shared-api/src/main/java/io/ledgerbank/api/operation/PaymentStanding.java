package io.ledgerbank.api.operation;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a payment stands, as operators see it.
 *
 * @param dueAt when the step is taken or its waiting ends; empty when it waits for a person, and at the end
 * @param reason why the last attempt or the payment failed, or why its outcome is unknown
 * @param version the place of its last event in its stream: what an operation names that relies on this
 */
public record PaymentStanding(
        PaymentId paymentId,
        PaymentStatus status,
        String isoStatus,
        Step step,
        Activity activity,
        int attempts,
        int inquiries,
        Optional<Instant> dueAt,
        Optional<Reason> reason,
        long version) {

    public static PaymentStanding of(PaymentId id, PaymentProgress progress) {
        return new PaymentStanding(
                id,
                progress.status(),
                progress.isoStatus(),
                progress.step(),
                progress.activity(),
                progress.attempts(),
                progress.inquiries(),
                isTimed(progress) ? Optional.of(progress.due()) : Optional.empty(),
                progress.lastReason(),
                progress.sequence());
    }

    private static boolean isTimed(PaymentProgress progress) {
        return !progress.isPaused() && !progress.needsPerson() && progress.step() != Step.DONE;
    }
}
