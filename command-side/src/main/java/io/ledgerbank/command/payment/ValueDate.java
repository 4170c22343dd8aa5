package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The bank's staff may say on which day money counts, within 30 days of the day on which it is booked. */
final class ValueDate {

    private static final long MOST_DAYS = 30;

    private ValueDate() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        LocalDate booked = facts.order().executionDate().orElse(facts.today());
        return facts.order().valueDate().flatMap(date -> check(date, booked, facts));
    }

    /** What was ordered for a day may be made on another. */
    static Optional<Rejection> whenBooked(PaymentFacts facts) {
        return facts.order().valueDate().flatMap(date -> check(date, facts.today(), facts));
    }

    private static Optional<Rejection> check(LocalDate date, LocalDate booked, PaymentFacts facts) {
        if (!facts.caller().isStaff()) {
            return Optional.of(
                    Rejection.of(Reason.INSUFFICIENT_PERMISSIONS, "Only the bank's staff sets a value date"));
        }
        if (Math.abs(ChronoUnit.DAYS.between(booked, date)) <= MOST_DAYS) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(
                Reason.INVALID_VALUE_DATE, "The value date is more than %d days off".formatted(MOST_DAYS)));
    }
}
