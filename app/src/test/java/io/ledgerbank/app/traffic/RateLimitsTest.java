package io.ledgerbank.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.ledgerbank.app.traffic.RateLimits.Count;
import io.ledgerbank.app.traffic.RateLimits.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How requests are counted. */
class RateLimitsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits = new RateLimits(new TrafficProperties(3, 1, 5, List.of()), new TimeMeter() {

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void so_many_a_minute_are_answered_and_then_none() {
        for (long remaining = 2; remaining >= 0; remaining--) {
            Count count = request("alice");
            assertThat(count.exceeded()).isFalse();
            assertThat(count.limit()).isEqualTo(3);
            assertThat(count.remaining()).isEqualTo(remaining);
        }
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());

        Count refused = request("alice");

        assertThat(refused.exceeded()).isTrue();
        assertThat(refused.delay()).isEqualTo(Duration.ofSeconds(40));
        assertThat(refused.reset()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void the_next_minute_is_another() {
        exhaust("alice");

        nanos.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(request("alice").exceeded()).isFalse();
    }

    @Test
    void everybody_and_every_kind_is_counted_apart() {
        exhaust("alice");

        assertThat(request("bob").exceeded()).isFalse();
        assertThat(limits.count(Kind.LOGINS, "alice").exceeded()).isFalse();
        assertThat(limits.count(Kind.LOGINS, "alice").exceeded()).isTrue();
        assertThat(limits.count(Kind.NOTIFICATIONS, "alice").limit()).isEqualTo(5);
    }

    private void exhaust(String who) {
        while (!request(who).exceeded()) {
            assertThat(request(who).limit()).isEqualTo(3);
        }
    }

    private Count request(String who) {
        return limits.count(Kind.REQUESTS, who);
    }
}
