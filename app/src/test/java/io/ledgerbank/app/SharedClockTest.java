package io.ledgerbank.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.saga.payment.PaymentProcess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two nodes whose own clocks differ, and the time that they have in common. */
class SharedClockTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Test
    void nodes_whose_clocks_differ_have_the_time_of_their_database() {
        assertThat(node(Duration.ofSeconds(11)).instant()).isEqualTo(NOW);
        assertThat(node(Duration.ofHours(-1)).instant()).isEqualTo(NOW);
    }

    @Test
    void a_fast_node_does_not_believe_that_a_request_can_no_longer_arrive() {
        PaymentProgress waiting = sentWithDeadline(node(Duration.ZERO).instant().plusSeconds(5));

        assertThat(new PaymentProcess(GRACE)
                        .mayStillArrive(waiting, node(Duration.ofSeconds(11)).instant()))
                .isTrue();
    }

    @Test
    void what_is_less_than_the_asking_may_be_off_is_left_alone() {
        SharedClock clock = node(Duration.ofMillis(-60));

        assertThat(clock.correction()).isZero();
        assertThat(clock.instant()).isEqualTo(NOW.minusMillis(60));
    }

    @Test
    void a_clock_that_was_put_right_elsewhere_is_left_alone_again() {
        SharedClock clock = new SharedClock(Clock.fixed(NOW, ZoneOffset.UTC));
        clock.align(() -> NOW.plusSeconds(30));
        clock.align(() -> NOW);

        assertThat(clock.instant()).isEqualTo(NOW);
    }

    private static SharedClock node(Duration ahead) {
        SharedClock clock = new SharedClock(Clock.fixed(NOW.plus(ahead), ZoneOffset.UTC));
        clock.align(() -> NOW);
        return clock;
    }

    private static PaymentProgress sentWithDeadline(Instant deadline) {
        return new PaymentProgress(
                PaymentStatus.PROCESSING,
                Step.INQUIRE,
                2,
                1,
                1,
                deadline,
                Optional.of(Reason.TIMEOUT),
                Optional.empty(),
                Optional.of(deadline),
                Activity.RUNNING,
                Optional.empty());
    }
}
