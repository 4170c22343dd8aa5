package io.ledgerbank.query.statement;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The booking days of a statement.
 *
 * @param from the first, inclusive
 * @param to the last, inclusive
 */
record Period(LocalDate from, LocalDate to) {

    private static final int MOST_DAYS = 366;

    /** @throws RejectedException {@code invalid_parameter} when the days are out of order or too many */
    Period {
        if (to.isBefore(from)) {
            throw invalid("from is not after to");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw invalid("A statement is of at most " + MOST_DAYS + " days");
        }
    }

    /** @throws RejectedException {@code invalid_parameter} when the last day is still to come */
    void requireBegun(LocalDate today) {
        if (to.isAfter(today)) {
            throw invalid("A statement is of days that have come; today is " + today);
        }
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(Reason.INVALID_PARAMETER, detail);
    }
}
