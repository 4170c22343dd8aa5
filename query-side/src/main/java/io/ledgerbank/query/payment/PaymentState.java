package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a payment has come, as clients see it.
 *
 * @param nextRetryAt when the bank is called or asked again, or a scheduled payment is tried again; empty when nothing is planned
 * @param outcomeUnknown whether the bank may or may not have executed it
 * @param paused whether the bank's staff holds it
 * @param parked whether nothing goes on before the bank's staff has found out what happened, or said what shall
 */
public record PaymentState(
        PaymentStatus status,
        String isoStatus,
        int attempts,
        Optional<Instant> nextRetryAt,
        boolean outcomeUnknown,
        boolean paused,
        boolean parked,
        Optional<Reason> lastReason) {

    static PaymentState of(PaymentProgress progress) {
        return new PaymentState(
                progress.status(),
                progress.isoStatus(),
                progress.attempts(),
                waitsForRetry(progress) ? Optional.of(progress.due()) : Optional.empty(),
                progress.outcomeUnknown(),
                progress.isPaused(),
                progress.needsPerson(),
                progress.lastReason());
    }

    private static boolean waitsForRetry(PaymentProgress progress) {
        return !progress.isPaused() && stepIsRetry(progress);
    }

    private static boolean stepIsRetry(PaymentProgress progress) {
        return switch (progress.step()) {
            case INQUIRE -> true;
            case SUBMIT -> progress.attempts() > 0;
            case AWAIT_DAY -> progress.lastReason().isPresent();
            case AWAIT_ANSWER, PARKED, DISPUTED, DONE -> false;
        };
    }
}
