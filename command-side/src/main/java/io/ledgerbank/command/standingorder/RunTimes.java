package io.ledgerbank.command.standingorder;

import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.Recurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * At which times of its day a run is made, and made again should funds be lacking.
 *
 * @param times in order, each once; the first is the run's own
 * @param zone in whose days the bank books; a time that a day's change of clocks skips is as much later
 */
record RunTimes(List<LocalTime> times, ZoneId zone) {

    RunTimes {
        times = List.copyOf(times);
        if (times.isEmpty()
                || !times.stream()
                        .sorted(Comparator.naturalOrder())
                        .distinct()
                        .toList()
                        .equals(times)) {
            throw new IllegalArgumentException("Standing orders run at times of the day in order, not " + times);
        }
    }

    /** The run of this number, if the recurrence has so many. */
    Optional<DueRun> run(Recurrence recurrence, int number) {
        return recurrence.dateOf(number).map(date -> new DueRun(number, date, at(date, times.getFirst())));
    }

    /** When a run of this day is made again. */
    List<Instant> laterTries(LocalDate date) {
        return times.stream().skip(1).map(time -> at(date, time)).toList();
    }

    private Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
