package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a payment has come: a fold of its events, the same for whoever decides, shows or drives it.
 *
 * @param step what it waits for
 * @param sequence the place of the last event in the payment's stream, 0 after the first
 * @param attempts calls to the bank started so far
 * @param inquiries inquiries called for since the current attempt's outcome became unknown
 * @param due when the step is to be taken, or when its waiting ends
 * @param lastReason why the last attempt or the payment failed, why its outcome is unknown, or why its money came back
 * @param endedAt when it became final
 * @param attemptDeadline nothing of the current attempt is sent to the bank any more from then on; empty while there is no
 *     such attempt, and where it is not kept
 * @param activity whether the step is taken when it is due
 * @param certain what the bank did with the last attempt of a payment that is parked, where that is certain
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
        Optional<Instant> attemptDeadline,
        Activity activity,
        Optional<Execution> certain) {

    public static PaymentProgress of(PaymentCreated created) {
        return begun(PaymentStatus.PENDING, Step.SUBMIT, created.createdAt());
    }

    public static PaymentProgress of(PaymentScheduled scheduled) {
        return begun(PaymentStatus.SCHEDULED, Step.AWAIT_DAY, scheduled.dueAt());
    }

    /** The progress after one more event of the same payment. */
    public PaymentProgress after(PaymentEvent event) {
        PaymentStatus next = PaymentTransitions.after(status, event);
        return switch (event) {
            case PaymentScheduled scheduled -> of(scheduled);
            case ExecutionDeferred deferred ->
                waiting(next, Step.AWAIT_DAY, 0, 0, deferred.nextTryAt(), Optional.of(deferred.reason()));
            case PaymentCreated created -> waiting(next, Step.SUBMIT, 0, 0, created.createdAt(), Optional.empty());
            case AttemptStarted started ->
                waiting(next, Step.AWAIT_ANSWER, started.attempt(), 0, started.deadline(), lastReason)
                        .knowing(Optional.of(started.deadline()), Optional.empty());
            case AttemptFailed failed ->
                waiting(next, Step.SUBMIT, attempts, 0, failed.nextAttemptAt(), Optional.of(failed.reason()));
            case OutcomeUnknown unknown ->
                waiting(
                                next,
                                Step.INQUIRE,
                                attempts,
                                unknown.inquiry(),
                                unknown.nextInquiryAt(),
                                Optional.of(unknown.reason()))
                        .knowing(attemptDeadline, Optional.empty());
            case PaymentParked parked ->
                waiting(next, Step.PARKED, attempts, inquiries, parked.parkedAt(), Optional.of(parked.reason()))
                        .knowing(attemptDeadline, parked.outcome());
            case PaymentCompleted completed -> ended(next, Optional.empty(), completed.completedAt());
            case PaymentSettled settled -> ended(next, Optional.empty(), settled.settledAt());
            case PaymentFailed failed -> ended(next, Optional.of(failed.reason()), failed.failedAt());
            case PaymentCancelled cancelled -> ended(next, Optional.empty(), cancelled.cancelledAt());
            case PaymentReversed reversed -> ended(next, Optional.empty(), endedAt.orElse(reversed.reversedAt()));
            case PaymentReturned returned -> ended(next, Optional.of(returned.reason()), returned.returnedAt());
            case PaymentPaused paused -> staying(step, Activity.PAUSED, lastReason);
            case PaymentResumed resumed -> staying(step, Activity.RUNNING, lastReason);
            case RetryOrdered ordered ->
                waiting(
                                next,
                                ordered.inquiry() == 0 ? Step.SUBMIT : Step.INQUIRE,
                                attempts,
                                ordered.inquiry(),
                                ordered.orderedAt(),
                                lastReason)
                        .knowing(attemptDeadline, Optional.empty());
            case PaymentNoted noted -> staying(step, activity, lastReason);
            case CompensationOrdered ordered -> staying(step, activity, lastReason);
            case OutcomeResolved resolved -> staying(step, activity, lastReason);
            case OutcomeContradicted contradicted ->
                staying(Step.DISPUTED, activity, contradicted.reason().or(() -> lastReason));
            case ContradictionResolved resolved -> staying(Step.DONE, activity, lastReason);
            case StatementHeard heard -> staying(step, activity, lastReason);
            case SettlementConfirmed confirmed -> staying(step, activity, lastReason);
        };
    }

    /** Whether nothing goes on before a person has found out what the bank did. */
    public boolean needsPerson() {
        return step == Step.PARKED || step == Step.DISPUTED;
    }

    public boolean isPaused() {
        return activity == Activity.PAUSED;
    }

    /** Whether the bank may or may not have executed the payment, and nobody here can tell. */
    public boolean outcomeUnknown() {
        return step == Step.INQUIRE || (step == Step.PARKED && certain.isEmpty());
    }

    /** Whether the bank certainly did not execute what was sent so far, and nothing is on its way to it. */
    public boolean certainlyNotExecuted() {
        return step == Step.SUBMIT || certain.equals(Optional.of(Execution.NOT_EXECUTED));
    }

    /** When the money moved, if it has and was not sent back. */
    public Optional<Instant> completedAt() {
        return status == PaymentStatus.COMPLETED ? endedAt : Optional.empty();
    }

    /**
     * The status in ISO 20022's ExternalPaymentTransactionStatus1Code. What was returned had settled: the return is a
     * message of its own there.
     */
    public String isoStatus() {
        return switch (status) {
            case SCHEDULED -> "PDNG";
            case PENDING -> "ACFC";
            case PROCESSING -> outcomeUnknown() ? "PDNG" : "ACSP";
            case COMPLETED, RETURNED -> "ACSC";
            case FAILED -> "RJCT";
            case CANCELLED -> "CANC";
        };
    }

    private static PaymentProgress begun(PaymentStatus status, Step step, Instant due) {
        return new PaymentProgress(
                status,
                step,
                0,
                0,
                0,
                due,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Activity.RUNNING,
                Optional.empty());
    }

    private PaymentProgress waiting(
            PaymentStatus now, Step next, int attempt, int inquiry, Instant until, Optional<Reason> reason) {
        return new PaymentProgress(
                now,
                next,
                sequence + 1,
                attempt,
                inquiry,
                until,
                reason,
                Optional.empty(),
                Optional.empty(),
                activity,
                Optional.empty());
    }

    private PaymentProgress knowing(Optional<Instant> deadline, Optional<Execution> outcome) {
        return new PaymentProgress(
                status, step, sequence, attempts, inquiries, due, lastReason, endedAt, deadline, activity, outcome);
    }

    private PaymentProgress staying(Step next, Activity now, Optional<Reason> reason) {
        return new PaymentProgress(
                status, next, sequence + 1, attempts, inquiries, due, reason, endedAt, attemptDeadline, now, certain);
    }

    private PaymentProgress ended(PaymentStatus end, Optional<Reason> reason, Instant at) {
        return new PaymentProgress(
                end,
                Step.DONE,
                sequence + 1,
                attempts,
                inquiries,
                at,
                reason,
                Optional.of(at),
                Optional.empty(),
                Activity.RUNNING,
                Optional.empty());
    }
}
