package io.ledgerbank.command.model;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.command.model.Dice.Chance;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Calls of other banks and their answers: late, twice, about another attempt, or never certain. */
final class RandomOutcomes {

    private static final int OFTEN_ENOUGH_TO_PARK = 66;

    private static final List<Reason> REASONS = List.of(
            Reason.TIMEOUT,
            Reason.SERVICE_UNAVAILABLE,
            Reason.BANK_API_ERROR,
            Reason.INTERNAL_SERVER_ERROR,
            Reason.CREDITOR_ACCOUNT_CLOSED,
            Reason.BANK_REASON_UNMAPPED,
            Reason.BANK_REJECTED);

    private final Dice dice;
    private final Books books;
    private final Passers people;

    RandomOutcomes(Dice dice, Books books, Passers people) {
        this.dice = dice;
        this.books = books;
        this.people = people;
    }

    boolean isAnyExpected() {
        return isAny(payment -> payment.step == Step.SUBMIT) || isAny(RandomOutcomes::isSent);
    }

    List<Object> next() {
        return dice.percent(isAny(RandomOutcomes::isSent) ? 35 : 90) ? List.of(start()) : outcome();
    }

    private StartAttempt start() {
        PaymentId id = people.payment(payment -> payment.step == Step.SUBMIT);
        int next = attemptsOf(id) + (dice.percent(95) ? 1 : 2);
        return new StartAttempt(id, next, Duration.ofSeconds(5));
    }

    private List<Object> outcome() {
        PaymentId id = people.payment(payment -> payment.status == PaymentStatus.PROCESSING
                || (payment.isExternal() && payment.status == PaymentStatus.COMPLETED && dice.percent(60))
                || (payment.isExternal() && payment.status == PaymentStatus.FAILED && dice.percent(30))
                || (payment.isExternal() && payment.status == PaymentStatus.RETURNED && dice.percent(30)));
        int attempt = attemptsOf(id) - (dice.percent(92) ? 0 : 1);
        RecordOutcome command = new RecordOutcome(id, attempt, what());
        boolean patient = command.outcome() instanceof Outcome.Unknown && dice.percent(15);
        return Collections.nCopies(patient ? OFTEN_ENOUGH_TO_PARK : 1, command);
    }

    private Outcome what() {
        Reason reason = dice.of(REASONS);
        return dice.weighed(List.of(
                new Chance<>(8, () -> new Outcome.Executed(dice.percent(70) ? "REF" : "REF2", books.today())),
                new Chance<>(5, () -> new Outcome.NotExecuted(reason, Optional.empty())),
                new Chance<>(4, () -> new Outcome.Returned(reason, dice.percent(80) ? "RET" : "RET2", books.today())),
                new Chance<>(2, () -> new Outcome.Unknown(reason))));
    }

    private boolean isAny(Predicate<ReferencePayment> wanted) {
        return books.payments.values().stream().anyMatch(wanted);
    }

    private static boolean isSent(ReferencePayment payment) {
        return payment.status == PaymentStatus.PROCESSING && payment.step != Step.SUBMIT;
    }

    private int attemptsOf(PaymentId id) {
        return Optional.ofNullable(books.payments.get(id))
                .map(payment -> payment.attempts)
                .orElse(0);
    }
}
