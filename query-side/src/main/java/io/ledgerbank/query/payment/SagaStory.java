package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.query.payment.BankCall.Answer;
import io.ledgerbank.query.payment.BankCall.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What a saga did and why: a fold of its payment's events.
 *
 * @param calls requests to the bank, oldest first; the last may be one that has not left yet
 * @param decisions what the error catalogue decided after trouble, oldest first
 * @param timers what was waited for, oldest first; the last may be running
 */
record SagaStory(List<BankCall> calls, List<SagaDecision> decisions, List<SagaTimer> timers) {

    /** An event and when it was recorded. */
    record Happened(PaymentEvent event, Instant at) {}

    /** @param history all events of one payment in their order, at least one */
    static SagaStory of(Iterable<Happened> history) {
        Iterator<Happened> events = history.iterator();
        Happened first = events.next();
        Telling telling = new Telling(first);
        events.forEachRemaining(telling::goOn);
        return new SagaStory(List.copyOf(telling.calls), List.copyOf(telling.decisions), List.copyOf(telling.timers));
    }

    /** For one thread. */
    private static final class Telling {

        private final List<BankCall> calls = new ArrayList<>();
        private final List<SagaDecision> decisions = new ArrayList<>();
        private final List<SagaTimer> timers = new ArrayList<>();
        private PaymentLife life;

        Telling(Happened first) {
            life = PaymentLife.startingWith(first.event());
            startTimer(first.at());
        }

        void goOn(Happened next) {
            PaymentProgress before = life.progress();
            life = life.after(next.event());
            note(next.event());
            SagaDecision.of(next.event(), life.progress().attempts()).ifPresent(decisions::add);
            if (life.progress().step() != before.step()
                    || !life.progress().due().equals(before.due())) {
                endTimer(next.at());
                startTimer(next.at());
            }
        }

        private void note(PaymentEvent event) {
            switch (event) {
                case AttemptStarted started ->
                    calls.add(BankCall.submit(started.attempt(), started.startedAt(), started.deadline()));
                case OutcomeUnknown unknown -> {
                    answer(Answer.because(unknown.recordedAt(), Outcome.UNKNOWN, unknown.reason()));
                    calls.add(BankCall.inquire(unknown.attempt(), unknown.inquiry(), unknown.nextInquiryAt()));
                }
                case AttemptFailed failed ->
                    answer(Answer.because(failed.failedAt(), Outcome.NOT_EXECUTED, failed.reason()));
                case PaymentFailed failed ->
                    answer(Answer.because(failed.failedAt(), Outcome.NOT_EXECUTED, failed.reason()));
                case PaymentParked parked ->
                    answer(Answer.because(
                            parked.parkedAt(),
                            parked.outcome().isPresent() ? Outcome.NOT_EXECUTED : Outcome.UNKNOWN,
                            parked.reason()));
                case PaymentSettled settled ->
                    answer(Answer.executed(settled.settledAt(), settled.bankReference(), settled.valueDate()));
                default -> {}
            }
        }

        private void answer(Answer given) {
            lastUnanswered().ifPresent(call -> calls.set(calls.size() - 1, call.answered(given)));
        }

        private Optional<BankCall> lastUnanswered() {
            return calls.isEmpty()
                    ? Optional.empty()
                    : Optional.of(calls.getLast()).filter(call -> call.answer().isEmpty());
        }

        private void startTimer(Instant at) {
            PaymentProgress now = life.progress();
            switch (now.step()) {
                case AWAIT_DAY, SUBMIT, AWAIT_ANSWER, INQUIRE -> timers.add(SagaTimer.set(now.step(), at, now.due()));
                case PARKED, DISPUTED, DONE -> {}
            }
        }

        private void endTimer(Instant at) {
            if (!timers.isEmpty() && timers.getLast().endedAt().isEmpty()) {
                timers.set(timers.size() - 1, timers.getLast().ended(at));
            }
        }
    }
}
