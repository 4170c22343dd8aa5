package io.ledgerbank.query.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** By what a client names a day: the day itself, or any time on it. */
public sealed interface DayOrTime {

    /** The day in the bank's zone. */
    LocalDate day(ZoneId zone);

    /** The time, to the microsecond; of a day the last one. */
    Instant time(ZoneId zone);

    /** A day, and all of it. */
    record Day(LocalDate day) implements DayOrTime {

        @Override
        public LocalDate day(ZoneId zone) {
            return day;
        }

        @Override
        public Instant time(ZoneId zone) {
            return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        }
    }

    /** A time, and the day on which it is. */
    record Time(Instant time) implements DayOrTime {

        @Override
        public LocalDate day(ZoneId zone) {
            return LocalDate.ofInstant(time, zone);
        }

        @Override
        public Instant time(ZoneId zone) {
            return time.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
