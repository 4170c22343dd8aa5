package io.ledgerbank.api.standingorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-12-30, 2026-12-30 2026-12-31 2027-01-01",
        "DAILY, 2028-02-28, 2028-02-28 2028-02-29 2028-03-01",
        "DAILY, 2027-02-28, 2027-02-28 2027-03-01 2027-03-02",
        "WEEKLY, 2026-12-24, 2026-12-24 2026-12-31 2027-01-07",
        "WEEKLY, 2028-02-22, 2028-02-22 2028-02-29 2028-03-07",
        "MONTHLY, 2026-11-15, 2026-11-15 2026-12-15 2027-01-15",
    })
    void runs_follow_each_other_by_the_calendar(Frequency frequency, LocalDate first, String expected) {
        assertThat(dates(endless(frequency, first), 3)).isEqualTo(expected);
    }

    @Test
    void a_day_that_a_month_lacks_is_its_last_and_comes_back_afterwards() {
        assertThat(dates(endless(Frequency.MONTHLY, LocalDate.parse("2027-01-31")), 5))
                .isEqualTo("2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31");
        assertThat(dates(endless(Frequency.MONTHLY, LocalDate.parse("2027-01-30")), 3))
                .isEqualTo("2027-01-30 2027-02-28 2027-03-30");
    }

    @Test
    void the_29th_of_february_is_paid_in_leap_years_alone() {
        assertThat(dates(endless(Frequency.MONTHLY, LocalDate.parse("2028-01-29")), 3))
                .isEqualTo("2028-01-29 2028-02-29 2028-03-29");
        assertThat(endless(Frequency.MONTHLY, LocalDate.parse("2028-02-29")).dateOf(13))
                .contains(LocalDate.parse("2029-02-28"));
        assertThat(endless(Frequency.MONTHLY, LocalDate.parse("2028-02-29")).dateOf(49))
                .contains(LocalDate.parse("2032-02-29"));
        assertThat(endless(Frequency.MONTHLY, LocalDate.parse("2099-12-29")).dateOf(3))
                .contains(LocalDate.parse("2100-02-28"));
    }

    @Test
    void the_end_of_the_month_is_its_last_day_however_long_it_is() {
        assertThat(dates(endless(Frequency.MONTH_END, LocalDate.parse("2027-02-28")), 4))
                .isEqualTo("2027-02-28 2027-03-31 2027-04-30 2027-05-31");
        assertThat(dates(endless(Frequency.MONTH_END, LocalDate.parse("2027-11-30")), 4))
                .isEqualTo("2027-11-30 2027-12-31 2028-01-31 2028-02-29");
    }

    @Test
    void runs_end_with_their_number() {
        Recurrence twice = recurrence(Frequency.DAILY, "2026-11-22", Optional.empty(), Optional.of(2));

        assertThat(twice.dateOf(2)).contains(LocalDate.parse("2026-11-23"));
        assertThat(twice.dateOf(3)).isEmpty();
    }

    @Test
    void runs_end_with_their_last_date_which_is_one_of_them() {
        Recurrence tilFriday = recurrence(Frequency.WEEKLY, "2026-11-20", Optional.of("2026-11-27"), Optional.empty());

        assertThat(tilFriday.dateOf(2)).contains(LocalDate.parse("2026-11-27"));
        assertThat(tilFriday.dateOf(3)).isEmpty();
        assertThat(recurrence(Frequency.MONTHLY, "2026-11-20", Optional.of("2026-12-19"), Optional.empty())
                        .dateOf(2))
                .isEmpty();
    }

    @Test
    void runs_end_with_the_calendar() {
        assertThat(endless(Frequency.DAILY, LocalDate.parse("9999-12-31")).dateOf(2))
                .isEmpty();
        assertThat(endless(Frequency.MONTHLY, LocalDate.parse("2026-01-01")).dateOf(Integer.MAX_VALUE))
                .isEmpty();
    }

    @Test
    void runs_are_counted_from_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endless(Frequency.DAILY, LocalDate.EPOCH).dateOf(0));
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-11-22, 2026-11-21,",
        "DAILY, 2026-11-22, , 0",
        "DAILY, 2026-11-22, , -1",
        "DAILY, 2026-11-22, 2026-11-23, 2",
        "DAILY, +10000-01-01, ,",
        "MONTH_END, 2026-11-29, ,",
        "MONTH_END, 2028-02-28, ,"
    })
    void what_never_runs_or_ends_twice_is_no_recurrence(Frequency frequency, String first, String last, Integer runs) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> recurrence(frequency, first, Optional.ofNullable(last), Optional.ofNullable(runs)))
                .returns(Reason.INVALID_RECURRENCE, RejectedException::reason);
    }

    private static String dates(Recurrence recurrence, int number) {
        List<String> dates = IntStream.rangeClosed(1, number)
                .mapToObj(run -> recurrence.dateOf(run).orElseThrow().toString())
                .toList();
        return String.join(" ", dates);
    }

    private static Recurrence endless(Frequency frequency, LocalDate first) {
        return new Recurrence(frequency, first, Optional.empty(), Optional.empty());
    }

    private static Recurrence recurrence(
            Frequency frequency, String first, Optional<String> last, Optional<Integer> runs) {
        return new Recurrence(frequency, LocalDate.parse(first), last.map(LocalDate::parse), runs);
    }
}
