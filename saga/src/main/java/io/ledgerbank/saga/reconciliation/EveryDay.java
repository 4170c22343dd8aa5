package io.ledgerbank.saga.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** A time of every day, in UTC. */
record EveryDay(LocalTime time) {

    /** Longer than nothing, and a day at most. */
    Duration untilNext(Instant now) {
        ZonedDateTime today = now.atZone(ZoneOffset.UTC);
        ZonedDateTime due = today.with(time);
        return Duration.between(today, due.isAfter(today) ? due : due.plusDays(1));
    }
}
