package io.ledgerbank.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How often something is looked at, however often it is asked for. */
class LatelyTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final Lately even = new Lately(() -> looks.incrementAndGet() % 2 == 0, nanos::get);

    @Test
    void whoever_asks_within_a_second_hears_the_same() {
        assertThat(even.isSo()).isFalse();
        nanos.addAndGet(Duration.ofMillis(900).toNanos());

        assertThat(even.isSo()).isFalse();

        assertThat(looks).hasValue(1);
    }

    @Test
    void a_second_later_it_is_looked_at_again() {
        even.isSo();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(even.isSo()).isTrue();
    }
}
