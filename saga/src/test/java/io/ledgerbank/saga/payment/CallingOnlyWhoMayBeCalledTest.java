package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.bank.BankHealth;
import io.ledgerbank.api.bank.BreakerState;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.Stage;
import io.ledgerbank.simulator.TestCreditor;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A call that is not made is no attempt. */
class CallingOnlyWhoMayBeCalledTest {

    @Test
    void while_the_breaker_is_open_no_attempt_is_recorded_and_afterwards_the_payment_goes_on() {
        try (Stage stage = Stage.open(
                "ledgerbank.banks.breaker.calls=2",
                "ledgerbank.banks.breaker.least-calls=2",
                "ledgerbank.banks.breaker.open-for=2s")) {
            stage.stopBank();
            PaymentId id = stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)));
            stage.await(() -> conditionOf(stage) == BreakerState.OPEN);

            stage.await(() -> refusals(stage, "breaker_open") > 0);
            assertThat(stage.story(id))
                    .containsExactly(
                            "PaymentCreated", "AttemptStarted", "AttemptFailed", "AttemptStarted", "AttemptFailed");
            stage.reopenBank();

            stage.settled(id);
            assertThat(stage.story(id))
                    .containsExactly(
                            "PaymentCreated",
                            "AttemptStarted",
                            "AttemptFailed",
                            "AttemptStarted",
                            "AttemptFailed",
                            "AttemptStarted",
                            "PaymentSettled");
            assertThat(stage.oracle().arrivalsOf(id)).isEqualTo(1);
        }
    }

    @Test
    void a_full_bulkhead_makes_payments_wait_without_an_attempt() {
        try (Stage stage = Stage.impatient("ledgerbank.banks.concurrent-calls=1")) {
            PaymentId slow = stage.pay(TestCreditor.REPLIES_LATE);
            List<PaymentId> others = Stream.generate(
                            () -> stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK))))
                    .limit(3)
                    .toList();

            others.forEach(stage::settled);
            stage.settled(slow);
            assertThat(refusals(stage, "bulkhead_full")).isPositive();
            assertThat(others).allSatisfy(id -> assertThat(stage.story(id))
                    .containsExactly("PaymentCreated", "AttemptStarted", "PaymentSettled"));
        }
    }

    @Test
    void an_exhausted_rate_makes_payments_wait_without_an_attempt() {
        try (Stage stage = Stage.open("ledgerbank.banks.calls-per-second=1")) {
            List<PaymentId> payments = Stream.generate(
                            () -> stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK))))
                    .limit(3)
                    .toList();

            payments.forEach(stage::settled);
            assertThat(refusals(stage, "rate_exhausted")).isPositive();
            assertThat(payments).allSatisfy(id -> assertThat(stage.story(id))
                    .containsExactly("PaymentCreated", "AttemptStarted", "PaymentSettled"));
        }
    }

    @Test
    void an_inquiry_that_may_not_be_made_is_none() {
        try (Stage stage = Stage.open("ledgerbank.banks.calls-per-second=1")) {
            PaymentId id = stage.pay(TestCreditor.LOSES_REPLY);

            stage.settled(id);
            assertThat(stage.story(id))
                    .containsExactly("PaymentCreated", "AttemptStarted", "OutcomeUnknown", "PaymentSettled");
        }
    }

    private static BreakerState conditionOf(Stage stage) {
        return stage.bean(BankHealth.class).conditionOf(Orders.SIMBANK).breaker();
    }

    private static double refusals(Stage stage, String obstacle) {
        return stage
                .bean(MeterRegistry.class)
                .find("ledgerbank.bank.refusals")
                .tag("obstacle", obstacle)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
