package io.ledgerbank.command.standingorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.Frequency;
import io.ledgerbank.api.standingorder.Recurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTimesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void a_run_is_made_at_the_first_time_of_its_day_in_the_banks_zone() {
        assertThat(times("06:00", "12:00", "18:00").run(monthlyFrom("2026-06-30"), 2))
                .contains(new DueRun(2, LocalDate.parse("2026-07-30"), Instant.parse("2026-07-30T05:00:00Z")));
    }

    @Test
    void after_the_last_run_there_is_none() {
        assertThat(times("06:00").run(monthlyFrom("2026-06-30"), 3)).isEmpty();
    }

    @Test
    void it_is_made_again_at_the_other_times_of_that_day() {
        assertThat(times("06:00", "12:00", "18:00").laterTries(LocalDate.parse("2026-12-01")))
                .containsExactly(Instant.parse("2026-12-01T12:00:00Z"), Instant.parse("2026-12-01T18:00:00Z"));
    }

    @Test
    void a_time_that_the_clocks_skip_is_an_hour_later_by_them() {
        assertThat(times("01:30")
                        .run(monthlyFrom("2027-03-28"), 1)
                        .orElseThrow()
                        .dueAt())
                .isEqualTo("2027-03-28T01:30:00Z");
    }

    @Test
    void a_time_that_the_clocks_show_twice_is_the_first() {
        assertThat(times("01:30")
                        .run(monthlyFrom("2026-10-25"), 1)
                        .orElseThrow()
                        .dueAt())
                .isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void times_come_in_order_and_once_each() {
        assertThatIllegalArgumentException().isThrownBy(() -> times("12:00", "06:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> times("12:00", "12:00"));
        assertThatIllegalArgumentException().isThrownBy(RunTimesTest::times);
    }

    private static RunTimes times(String... times) {
        return new RunTimes(List.of(times).stream().map(LocalTime::parse).toList(), LONDON);
    }

    private static Recurrence monthlyFrom(String date) {
        return new Recurrence(Frequency.MONTHLY, LocalDate.parse(date), Optional.empty(), Optional.of(2));
    }
}
