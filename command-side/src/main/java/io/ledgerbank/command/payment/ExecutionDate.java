package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.time.LocalDate;
import java.util.Optional;

/** A payment is ordered for today or for later, but not for a day that nobody plans for or that no database could hold. */
final class ExecutionDate {

    private static final int MOST_YEARS_AHEAD = 10;

    private ExecutionDate() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.order().executionDate().flatMap(date -> check(date, facts.today()));
    }

    private static Optional<Rejection> check(LocalDate date, LocalDate today) {
        if (date.isBefore(today)) {
            return Optional.of(
                    Rejection.of(Reason.INVALID_EXECUTION_DATE, "The execution date is over; today is " + today));
        }
        if (date.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
            return Optional.of(Rejection.of(
                    Reason.INVALID_EXECUTION_DATE,
                    "The execution date is more than %d years ahead".formatted(MOST_YEARS_AHEAD)));
        }
        return Optional.empty();
    }
}
