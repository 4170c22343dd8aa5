package io.ledgerbank.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryTimingTest {

    private static final Outcome.NotExecuted TIMED_OUT = Outcome.NotExecuted.because(Reason.TIMEOUT);

    @Test
    void the_same_attempt_waits_equally_long_whoever_computes_it() {
        PaymentId id = PaymentId.next();

        assertThat(RetryTiming.beforeNextAttempt(id, 1, TIMED_OUT))
                .isEqualTo(RetryTiming.beforeNextAttempt(PaymentId.parse(id.toString()), 1, TIMED_OUT));
    }

    @Test
    void payments_that_failed_together_do_not_come_back_together() {
        Set<Duration> waits = Stream.generate(PaymentId::next)
                .limit(500)
                .map(id -> RetryTiming.beforeNextAttempt(id, 1, TIMED_OUT).orElseThrow())
                .collect(Collectors.toSet());

        assertThat(waits)
                .hasSizeGreaterThan(100)
                .allMatch(wait -> wait.compareTo(Duration.ofMillis(1000)) >= 0)
                .allMatch(wait -> wait.compareTo(Duration.ofMillis(1200)) <= 0);
    }

    @Test
    void a_bank_cannot_put_a_payment_off_for_ever() {
        Outcome.NotExecuted never =
                new Outcome.NotExecuted(Reason.TIMEOUT, Optional.of(Duration.ofSeconds(Long.MAX_VALUE)));

        assertThat(RetryTiming.beforeNextAttempt(PaymentId.next(), 1, never))
                .contains(ErrorCatalog.longestWaitAskedFor());
    }

    @Test
    void a_wish_to_wait_does_not_add_an_attempt() {
        Outcome.NotExecuted later = new Outcome.NotExecuted(Reason.TIMEOUT, Optional.of(Duration.ofSeconds(1)));

        assertThat(RetryTiming.beforeNextAttempt(PaymentId.next(), 3, later)).isEmpty();
    }
}
