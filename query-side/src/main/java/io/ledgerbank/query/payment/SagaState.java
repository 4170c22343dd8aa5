package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import java.util.Arrays;
import java.util.List;

/** How the saga of an external payment fares. */
public enum SagaState {
    /** Something is being done. */
    RUNNING,
    /** The next attempt or inquiry has a time. */
    WAITING,
    /** A person holds it. */
    PAUSED,
    /** Only a person can go on. */
    STUCK,
    /** The bank executed the payment. */
    COMPLETED,
    /** The payment certainly did not happen or was undone, and the debtor has the money: released, or returned by the bank. */
    COMPENSATED;

    public boolean isOver() {
        return this == COMPLETED || this == COMPENSATED;
    }

    static List<SagaState> open() {
        return Arrays.stream(values()).filter(state -> !state.isOver()).toList();
    }

    /** The states that a saga at this step may be in: few sagas are open, among many that are over. */
    public static List<String> namesOf(Step step) {
        return Arrays.stream(values())
                .filter(state -> state.isOver() == (step == Step.DONE))
                .map(SagaState::name)
                .toList();
    }

    static SagaState of(PaymentProgress progress) {
        return progress.isPaused() && !progress.needsPerson() ? PAUSED : whenRunning(progress);
    }

    private static SagaState whenRunning(PaymentProgress progress) {
        return switch (progress.step()) {
            case AWAIT_DAY -> WAITING;
            case SUBMIT -> progress.attempts() == 0 ? RUNNING : WAITING;
            case AWAIT_ANSWER -> RUNNING;
            case INQUIRE -> WAITING;
            case PARKED, DISPUTED -> STUCK;
            case DONE -> progress.status() == PaymentStatus.COMPLETED ? COMPLETED : COMPENSATED;
        };
    }
}
