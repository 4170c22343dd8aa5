package io.ledgerbank.api.account;

import java.time.LocalDate;

/**
 * How much an account's limits count, in minor units: on its latest day of payments and in that day's month. What came
 * before is forgotten, so that it never grows. Immutable.
 */
public record Spending(LocalDate day, long onDay, long inMonth) {

    /** Of an account that has paid nothing yet. */
    public static final Spending NONE = new Spending(LocalDate.EPOCH, 0, 0);

    /** A node whose clock is behind sees the latest day that any node has booked on, not an empty one. */
    public long on(LocalDate today) {
        return today.isAfter(day) ? 0 : onDay;
    }

    public long inMonthOf(LocalDate today) {
        return today.isAfter(day) && !sameMonth(today) ? 0 : inMonth;
    }

    /** What the limits count after the event: holds from when they are placed, and nothing of those released. */
    public Spending after(AccountEvent event) {
        return switch (event) {
            case AccountDebited debit ->
                debit.reversalOf().isPresent()
                        ? this
                        : taken(debit.bookingDate(), debit.amount().minorUnits());
            case FundsHeld hold ->
                hold.purpose()
                        .map(purpose ->
                                taken(purpose.bookingDate(), hold.amount().minorUnits()))
                        .orElse(this);
            case HoldReleased release ->
                release.heldOn()
                        .map(day -> givenBack(day, release.amount().minorUnits()))
                        .orElse(this);
            case ReturnCredited back ->
                back.heldOn()
                        .map(day -> givenBack(day, back.amount().minorUnits()))
                        .orElse(this);
            default -> this;
        };
    }

    Spending taken(LocalDate bookingDate, long amount) {
        return bookingDate.isAfter(day)
                ? new Spending(bookingDate, amount, Math.addExact(inMonthOf(bookingDate), amount))
                : counted(bookingDate, amount);
    }

    /** What was taken on that day has come to nothing; it counts no longer where that day still counts. */
    Spending givenBack(LocalDate bookingDate, long amount) {
        return counted(bookingDate, -amount);
    }

    private Spending counted(LocalDate bookingDate, long amount) {
        if (!sameMonth(bookingDate)) {
            return this;
        }
        long changed = bookingDate.equals(day) ? Math.addExact(onDay, amount) : onDay;
        return new Spending(day, changed, Math.addExact(inMonth, amount));
    }

    private boolean sameMonth(LocalDate other) {
        return other.getMonthValue() == day.getMonthValue() && other.getYear() == day.getYear();
    }
}
