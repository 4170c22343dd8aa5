package io.ledgerbank.api.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * On which days a standing order pays. Every date is counted from the first one, so that the 31st comes back after a
 * month that has none.
 *
 * @param lastDate no run is later; empty when the number of runs or nothing ends them
 * @param runs how many runs there are at most; empty when a date or nothing ends them
 */
public record Recurrence(
        Frequency frequency, LocalDate firstDate, Optional<LocalDate> lastDate, Optional<Integer> runs) {

    /** What a date can be: more would leave what the database knows. */
    private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);

    /** @throws RejectedException {@code invalid_recurrence} when no run or both kinds of end come of it */
    public Recurrence {
        if (lastDate.isPresent() && runs.isPresent()) {
            throw invalid("A standing order ends on a date or after a number of runs, not both");
        }
        if (runs.filter(number -> number < 1).isPresent()) {
            throw invalid("A standing order has one run at least");
        }
        if (firstDate.isAfter(LAST_DATE) || lastDate.filter(firstDate::isAfter).isPresent()) {
            throw invalid("A standing order does not end before it begins");
        }
        if (frequency == Frequency.MONTH_END && !isMonthEnd(firstDate)) {
            throw invalid("What is paid at the end of each month begins at the end of a month");
        }
    }

    /**
     * The date of a run, or nothing after the last.
     *
     * @param run 1 for the first
     */
    public Optional<LocalDate> dateOf(int run) {
        if (run < 1) {
            throw new IllegalArgumentException("Runs are counted from 1, not " + run);
        }
        if (runs.filter(number -> run > number).isPresent()) {
            return Optional.empty();
        }
        LocalDate date = stepped(run - 1L);
        return date.isAfter(lastDate.orElse(LAST_DATE)) ? Optional.empty() : Optional.of(date);
    }

    private LocalDate stepped(long steps) {
        return switch (frequency) {
            case DAILY -> firstDate.plusDays(steps);
            case WEEKLY -> firstDate.plusWeeks(steps);
            case MONTHLY -> firstDate.plusMonths(steps);
            case MONTH_END -> YearMonth.from(firstDate).plusMonths(steps).atEndOfMonth();
        };
    }

    private static boolean isMonthEnd(LocalDate date) {
        return YearMonth.from(date).atEndOfMonth().equals(date);
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(Reason.INVALID_RECURRENCE, detail);
    }
}
