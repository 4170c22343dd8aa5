package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.saga.bank.Capability;
import io.ledgerbank.saga.payment.NextAction.Inquire;
import io.ledgerbank.saga.payment.NextAction.Nothing;
import io.ledgerbank.saga.payment.NextAction.Submit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentProcessTest {

    private static final Instant DUE = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant DEADLINE = DUE.minusSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 2;
    private static final int INQUIRIES = 3;

    /** The whole process: two attempts were made, three inquiries were called for. */
    private static final Map<Step, NextAction> TABLE = Map.of(
            Step.AWAIT_DAY, new Nothing(),
            Step.SUBMIT, new Submit(ATTEMPTS + 1, DUE),
            Step.AWAIT_ANSWER, new Inquire(ATTEMPTS, INQUIRIES, DEADLINE.plus(GRACE)),
            Step.INQUIRE, new Inquire(ATTEMPTS, INQUIRIES, DUE),
            Step.PARKED, new Nothing(),
            Step.DISPUTED, new Nothing(),
            Step.DONE, new Nothing());

    private static final Set<Capability> ASKABLE = Set.of(Capability.INQUIRES);

    private final PaymentProcess process = new PaymentProcess(GRACE);

    @ParameterizedTest
    @EnumSource
    void every_step_calls_for_what_its_row_says(Step step) {
        assertThat(TABLE).as("a step without a row").containsKey(step);
        assertThat(process.next(waitingFor(step), ASKABLE)).isEqualTo(TABLE.get(step));
    }

    @Test
    void an_unanswered_attempt_is_asked_about_only_after_its_request_can_no_longer_arrive() {
        assertThat(process.next(waitingFor(Step.AWAIT_ANSWER), ASKABLE))
                .isInstanceOfSatisfying(
                        Inquire.class, inquire -> assertThat(inquire.at()).isAfter(DEADLINE));
    }

    @Test
    void a_request_may_still_arrive_until_the_grace_after_its_deadline_is_over() {
        PaymentProgress inquired = waitingFor(Step.INQUIRE);
        Instant end = DEADLINE.plus(GRACE);

        assertThat(process.mayStillArrive(inquired, DEADLINE)).isTrue();
        assertThat(process.mayStillArrive(inquired, end.minusNanos(1))).isTrue();
        assertThat(process.mayStillArrive(inquired, end)).isFalse();
    }

    @Test
    void a_request_without_a_known_deadline_may_always_still_arrive() {
        PaymentProgress undated = new PaymentProgress(
                PaymentStatus.PROCESSING,
                Step.INQUIRE,
                7,
                ATTEMPTS,
                INQUIRIES,
                DUE,
                Optional.of(Reason.TIMEOUT),
                Optional.empty(),
                Optional.empty(),
                Activity.RUNNING,
                Optional.empty());

        assertThat(process.mayStillArrive(undated, Instant.MAX)).isTrue();
    }

    private static PaymentProgress waitingFor(Step step) {
        return new PaymentProgress(
                PaymentStatus.PROCESSING,
                step,
                7,
                ATTEMPTS,
                INQUIRIES,
                DUE,
                Optional.of(Reason.TIMEOUT),
                Optional.empty(),
                Optional.of(DEADLINE),
                Activity.RUNNING,
                Optional.empty());
    }
}
