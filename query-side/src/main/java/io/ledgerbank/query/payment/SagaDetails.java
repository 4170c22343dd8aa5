package io.ledgerbank.query.payment;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.FailedWork;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A saga as operators see it.
 *
 * @param inquiries how often the bank was asked what became of the current attempt
 * @param dueAt when the step is to be taken or its waiting ends; empty when only a person can go on, when it is paused, and at the end
 * @param ageSeconds since it started, or from then until it was over
 * @param reason why the last attempt or the payment failed, why its outcome is unknown, or why work on it failed for good
 * @param deadLetter the dead letter that keeps it from going on
 */
public record SagaDetails(
        PaymentId paymentId,
        SagaState state,
        Step step,
        int attempts,
        int inquiries,
        Optional<Instant> dueAt,
        Optional<Reason> reason,
        BankCode bankCode,
        Money amount,
        Instant startedAt,
        Instant updatedAt,
        long ageSeconds,
        Optional<UUID> deadLetter) {

    static SagaDetails of(
            PaymentId paymentId,
            SagaState state,
            PaymentProgress progress,
            BankCode bankCode,
            Money amount,
            Instant startedAt,
            Instant updatedAt,
            Instant now) {
        return new SagaDetails(
                paymentId,
                state,
                progress.step(),
                progress.attempts(),
                progress.inquiries(),
                isTimed(progress) ? Optional.of(progress.due()) : Optional.empty(),
                progress.lastReason(),
                bankCode,
                amount,
                startedAt,
                updatedAt,
                Duration.between(startedAt, progress.endedAt().orElse(now)).toSeconds(),
                Optional.empty());
    }

    /** With work on it that failed for good: it does not go on by itself, though its steps may look like it. */
    SagaDetails stuckAt(FailedWork.Letter letter) {
        boolean stands = state == SagaState.RUNNING || state == SagaState.WAITING;
        return new SagaDetails(
                paymentId,
                stands ? SagaState.STUCK : state,
                step,
                attempts,
                inquiries,
                stands ? Optional.empty() : dueAt,
                stands ? Optional.of(letter.reason()) : reason,
                bankCode,
                amount,
                startedAt,
                updatedAt,
                ageSeconds,
                Optional.of(letter.id()));
    }

    private static boolean isTimed(PaymentProgress progress) {
        return !progress.isPaused() && isTimed(progress.step());
    }

    private static boolean isTimed(Step step) {
        return switch (step) {
            case AWAIT_DAY, SUBMIT, AWAIT_ANSWER, INQUIRE -> true;
            case PARKED, DISPUTED, DONE -> false;
        };
    }
}
