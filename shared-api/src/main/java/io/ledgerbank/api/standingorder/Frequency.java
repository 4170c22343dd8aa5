package io.ledgerbank.api.standingorder;

/** How often a standing order pays. */
public enum Frequency {
    DAILY,
    WEEKLY,
    /** On the day of the month of its first date; in a month that has no such day, on the month's last. */
    MONTHLY,
    /** On the last day of every month, however long it is. */
    MONTH_END
}
