package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.ErrorCatalog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void is_a_number_of_seconds() {
        assertThat(RetryAfter.parse(" 120 ", NOW)).contains(Duration.ofMinutes(2));
    }

    @Test
    void is_the_time_until_a_date() {
        assertThat(RetryAfter.parse("Fri, 02 Jan 2026 03:05:05 GMT", NOW)).contains(Duration.ofMinutes(1));
    }

    @Test
    void is_no_wait_once_the_date_has_passed() {
        assertThat(RetryAfter.parse("Thu, 01 Jan 1970 00:00:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void is_never_longer_than_the_catalogue_allows(String far) {
        assertThat(RetryAfter.parse(far, NOW)).contains(ErrorCatalog.longestWaitAskedFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "5s", "0x10", "2026-01-02T03:05:05Z", "1234567890123456789"})
    void is_nothing_when_it_is_neither(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }
}
