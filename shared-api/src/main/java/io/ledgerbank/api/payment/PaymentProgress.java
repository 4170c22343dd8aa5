package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a payment has come: a fold of its events, the same for whoever decides, shows or drives it.
 *
 * @param step what it waits for
 * @param sequence the place of the last event in the payment's stream, 0 after {@link PaymentCreated}
 * @param attempts calls to the bank started so far
 * @param inquiries inquiries called for since the current attempt's outcome became unknown
 * @param due when the step is to be taken, or when its waiting ends
 * @param lastReason why the last attempt or the payment failed, or why its outcome is unknown
 * @param endedAt when it became final
 * @param attemptDeadline nothing of the current attempt is sent to the bank any more from then on; empty while there is no
 *     such attempt, and where it is not kept
 */
public record PaymentProgress(
        PaymentStatus status,
        Step step,
        long sequence,
        int attempts,
        int inquiries,
        Instant due,
        Optional<Reason> lastReason,
        Optional<Instant> endedAt,
        Optional<Instant> attemptDeadline) {

    /** For whoever does not keep the deadline, such as read models: they show progress and call no bank. */
    public PaymentProgress(
            PaymentStatus status,
            Step step,
            long sequence,
            int attempts,
            int inquiries,
            Instant due,
            Optional<Reason> lastReason,
            Optional<Instant> endedAt) {
        this(status, step, sequence, attempts, inquiries, due, lastReason, endedAt, Optional.empty());
    }

    public static PaymentProgress of(PaymentCreated created) {
        return new PaymentProgress(
                PaymentStatus.PENDING, Step.SUBMIT, 0, 0, 0, created.createdAt(), Optional.empty(), Optional.empty());
    }

    /** The progress after one more event of the same payment. */
    public PaymentProgress after(PaymentEvent event) {
        return switch (event) {
            case PaymentCreated created -> of(created);
            case AttemptStarted started ->
                waiting(Step.AWAIT_ANSWER, started.attempt(), 0, started.deadline(), lastReason)
                        .withAttemptUntil(Optional.of(started.deadline()));
            case AttemptFailed failed ->
                waiting(Step.SUBMIT, attempts, 0, failed.nextAttemptAt(), Optional.of(failed.reason()));
            case OutcomeUnknown unknown ->
                waiting(
                                Step.INQUIRE,
                                attempts,
                                unknown.inquiry(),
                                unknown.nextInquiryAt(),
                                Optional.of(unknown.reason()))
                        .withAttemptUntil(attemptDeadline);
            case PaymentParked parked ->
                waiting(Step.PARKED, attempts, inquiries, parked.parkedAt(), Optional.of(parked.reason()))
                        .withAttemptUntil(attemptDeadline);
            case PaymentCompleted completed ->
                ended(PaymentStatus.COMPLETED, Optional.empty(), completed.completedAt());
            case PaymentSettled settled -> ended(PaymentStatus.COMPLETED, Optional.empty(), settled.settledAt());
            case PaymentFailed failed -> ended(PaymentStatus.FAILED, Optional.of(failed.reason()), failed.failedAt());
        };
    }

    /** Whether the bank may or may not have executed the payment, and nobody here can tell. */
    public boolean outcomeUnknown() {
        return step == Step.INQUIRE || step == Step.PARKED;
    }

    /** The status in ISO 20022's ExternalPaymentTransactionStatus1Code. */
    public String isoStatus() {
        return switch (status) {
            case PENDING -> "ACFC";
            case PROCESSING -> outcomeUnknown() ? "PDNG" : "ACSP";
            case COMPLETED -> "ACSC";
            case FAILED -> "RJCT";
        };
    }

    private PaymentProgress waiting(Step next, int attempt, int inquiry, Instant until, Optional<Reason> reason) {
        return new PaymentProgress(
                PaymentStatus.PROCESSING, next, sequence + 1, attempt, inquiry, until, reason, Optional.empty());
    }

    private PaymentProgress withAttemptUntil(Optional<Instant> deadline) {
        return new PaymentProgress(status, step, sequence, attempts, inquiries, due, lastReason, endedAt, deadline);
    }

    private PaymentProgress ended(PaymentStatus end, Optional<Reason> reason, Instant at) {
        return new PaymentProgress(end, Step.DONE, sequence + 1, attempts, inquiries, at, reason, Optional.of(at));
    }
}
