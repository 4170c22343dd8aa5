package io.ledgerbank.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long whoever keeps failing has to wait, and that nobody else does. */
class LoginBackoffTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.1";
    private static final String ALICE = "alice@example.com";

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final Clock clock = new Clock() {

        private final InstantSource source = () -> now;

        @Override
        public Instant instant() {
            return source.instant();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final LoginBackoff backoff = new LoginBackoff(clock);

    @Test
    void five_failures_are_free_and_then_every_wait_is_twice_as_long_up_to_a_quarter_of_an_hour() {
        List<Long> waits = new ArrayList<>();
        for (int failures = 1; failures <= 17; failures++) {
            backoff.attempt(ALICE, HERE);
            waits.add(waitOf(HERE).toSeconds());
            now = now.plus(waitOf(HERE));
        }

        assertThat(waits).startsWith(0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L).endsWith(512L, 900L, 900L, 900L);
    }

    @Test
    void nobody_elsewhere_waits_and_nobody_of_another_name() {
        exhaust();

        assertThatCode(() -> backoff.attempt(ALICE, ELSEWHERE)).doesNotThrowAnyException();
        assertThatCode(() -> backoff.attempt("bob@example.com", HERE)).doesNotThrowAnyException();
    }

    @Test
    void another_spelling_is_no_way_around() {
        exhaust();

        assertThat(catchThrowableOfType(RejectedException.class, () -> backoff.attempt(" Alice@Example.COM ", HERE))
                        .reason())
                .isEqualTo(Reason.TOO_MANY_FAILED_LOGINS);
    }

    @Test
    void who_gets_in_begins_anew() {
        exhaust();
        now = now.plus(waitOf(HERE));
        backoff.attempt(ALICE, HERE);
        backoff.succeeded(ALICE, HERE);

        backoff.attempt(ALICE, HERE);

        assertThat(waitOf(HERE)).isZero();
    }

    private void exhaust() {
        for (int i = 0; i < 5; i++) {
            backoff.attempt(ALICE, HERE);
        }
    }

    private Duration waitOf(String address) {
        return backoff.waitOf(ALICE, address);
    }
}
