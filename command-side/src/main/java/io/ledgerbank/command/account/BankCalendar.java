package io.ledgerbank.command.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The bank's time.
 *
 * @param zone in whose days the bank books
 */
public record BankCalendar(Clock clock, ZoneId zone) {

    /** To the microsecond, the finest that the database keeps, so that what was answered and what is read later agree. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The time that is now, and its booking day. */
    public Moment moment() {
        Instant now = now();
        return new Moment(now, dayOf(now));
    }

    /** The booking day of something that happens at this time. */
    public LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    /** When a day begins in the bank's zone, where the hour at which days begin may be left out once a year. */
    public Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
