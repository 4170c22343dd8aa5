package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankCondition;
import io.ledgerbank.api.bank.BreakerState;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.saga.Orders;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class GuardingBanksTest extends GatewayTest {

    private static final String[] TOUCHY = {"breaker.calls=4", "breaker.least-calls=4", "breaker.open-for=1h"};

    private Guards guards(String... settings) {
        return new Guards(SettingsOf.banks(settings)::termsOf, meters, Clock.systemUTC());
    }

    private GuardedGateway guarded(Guards guards) {
        return new GuardedGateway(gateway(), guards.of(Orders.SIMBANK));
    }

    @Test
    void a_bank_that_was_never_called_is_well() {
        assertThat(guards().conditionOf(Orders.SIMBANK))
                .isEqualTo(new BankCondition(Orders.SIMBANK, BreakerState.CLOSED, 0, 16, 0, 0));
    }

    @Test
    void one_worker_is_always_left_to_other_banks_if_there_is_another() {
        BankTerms terms = SettingsOf.banks().termsOf(Orders.SIMBANK);

        assertThat(terms.leavingOneOf(4).concurrentCalls()).isEqualTo(3);
        assertThat(terms.leavingOneOf(2).concurrentCalls()).isEqualTo(1);
        assertThat(terms.leavingOneOf(1).concurrentCalls()).isEqualTo(1);
        assertThat(terms.leavingOneOf(100)).isEqualTo(terms);
    }

    @Test
    void a_bank_whose_calls_fail_is_left_alone_and_nothing_is_sent() {
        Guards guards = guards(TOUCHY);
        GuardedGateway gateway = guarded(guards);
        bank.hangsUp();
        submitTimes(gateway, 4);

        assertThat(gateway.submit(instruction())).isInstanceOfSatisfying(Outcome.NotExecuted.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.SERVICE_UNAVAILABLE);
            assertThat(refused.retryAfter()).hasValueSatisfying(wait -> assertThat(wait)
                    .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(75)));
        });
        assertThat(obstacleOf(gateway)).isEqualTo(Obstacle.BREAKER_OPEN);
        assertThat(bank.requests()).hasSize(4);
        assertThat(guards.conditionOf(Orders.SIMBANK))
                .isEqualTo(new BankCondition(Orders.SIMBANK, BreakerState.OPEN, 0, 16, 4, 4));
    }

    @Test
    void an_inquiry_that_was_not_sent_leaves_the_doubt_as_it_was() {
        GuardedGateway gateway = guarded(guards(TOUCHY));
        bank.hangsUp();
        submitTimes(gateway, 4);

        InquiryAnswer answer = gateway.inquire(new BankInquiry(ID, Orders.AMOUNT, Reason.BANK_API_ERROR));

        assertThat(answer).isInstanceOfSatisfying(InquiryAnswer.Told.class, told -> assertThat(told.outcome())
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.reason())
                        .isEqualTo(Reason.BANK_API_ERROR)));
        assertThat(bank.requests()).hasSize(4);
    }

    @Test
    void a_bank_that_refuses_payments_is_well() {
        Guards guards = guards(TOUCHY);
        GuardedGateway gateway = guarded(guards);
        bank.answers(422, rejected("AC04"));
        submitTimes(gateway, 8);

        assertThat(guards.conditionOf(Orders.SIMBANK).breaker()).isEqualTo(BreakerState.CLOSED);
        assertThat(guards.conditionOf(Orders.SIMBANK).recentFailures()).isZero();
    }

    @Test
    void a_bank_that_has_recovered_is_called_again_after_a_trial() {
        Guards guards = guards("breaker.calls=4", "breaker.least-calls=4", "breaker.open-for=50ms", "breaker.trials=2");
        GuardedGateway gateway = guarded(guards);
        bank.hangsUp();
        submitTimes(gateway, 4);
        bank.answers(201, executed());

        Awaitility.await().until(() -> gateway.submit(instruction()) instanceof Outcome.Executed);

        assertThat(guards.conditionOf(Orders.SIMBANK).breaker()).isEqualTo(BreakerState.HALF_OPEN);
        gateway.submit(instruction());
        assertThat(guards.conditionOf(Orders.SIMBANK).breaker()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void a_trial_that_was_admitted_and_not_made_can_be_made_by_another() {
        Guards guards = guards("breaker.calls=4", "breaker.least-calls=4", "breaker.open-for=50ms", "breaker.trials=1");
        GuardedGateway gateway = guarded(guards);
        bank.hangsUp();
        submitTimes(gateway, 4);
        bank.answers(201, executed());
        List<BankCall> trial = new ArrayList<>();
        Awaitility.await()
                .until(() -> gateway.admit() instanceof Admission.Granted granted && trial.add(granted.call()));

        assertThat(obstacleOf(gateway)).isEqualTo(Obstacle.BREAKER_OPEN);
        trial.getFirst().close();

        assertThat(gateway.submit(instruction())).isInstanceOf(Outcome.Executed.class);
    }

    @Test
    void no_more_calls_than_it_may_have_wait_for_a_bank() {
        Guards guards = guards("concurrent-calls=2");
        GuardedGateway gateway = guarded(guards);
        BankCall first = granted(gateway);
        BankCall second = granted(gateway);

        assertThat(obstacleOf(gateway)).isEqualTo(Obstacle.BULKHEAD_FULL);
        assertThat(guards.conditionOf(Orders.SIMBANK).running()).isEqualTo(2);
        first.close();
        first.close();
        granted(gateway).close();
        second.close();
        assertThat(guards.conditionOf(Orders.SIMBANK).running()).isZero();
    }

    @Test
    void no_more_calls_than_it_takes_in_a_second_go_to_a_bank() {
        GuardedGateway gateway = guarded(guards("calls-per-second=2", "concurrent-calls=1"));

        List<Obstacle> met = new ArrayList<>();
        for (int call = 0; call < 10; call++) {
            switch (gateway.admit()) {
                case Admission.Granted(BankCall admitted) -> admitted.close();
                case Admission.Refused(Obstacle obstacle, Duration wait) -> met.add(obstacle);
            }
        }

        assertThat(met).isNotEmpty().containsOnly(Obstacle.RATE_EXHAUSTED);
    }

    @Test
    void one_bank_does_not_stand_in_the_way_of_another() {
        Guards guards = guards("concurrent-calls=1");
        granted(guarded(guards));

        BankCondition other = guards.conditionOf(new BankCode("OTHER"));

        assertThat(obstacleOf(guarded(guards))).isEqualTo(Obstacle.BULKHEAD_FULL);
        assertThat(other.running()).isZero();
    }

    @Test
    void a_permit_is_for_one_call() {
        bank.answers(201, executed());
        try (BankCall call = granted(guarded(guards()))) {
            call.submit(instruction());

            assertThatIllegalStateException().isThrownBy(() -> call.submit(instruction()));
        }
        assertThat(bank.requests()).hasSize(1);
    }

    @Test
    void states_and_refusals_are_among_the_metrics() {
        GuardedGateway gateway = guarded(guards("concurrent-calls=1"));
        granted(gateway);
        gateway.admit();

        assertThat(meters.get("ledgerbank.bank.refusals")
                        .tags("bank", "SIMBANK", "obstacle", "bulkhead_full")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tags("name", "SIMBANK", "state", "closed")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("resilience4j.bulkhead.available.concurrent.calls")
                        .tag("name", "SIMBANK")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void questions_are_guarded_as_well() {
        GuardedGateway gateway = guarded(guards("concurrent-calls=1"));
        try (BankCall other = granted(gateway)) {
            assertThat(gateway.accounts(BankAccess.ourselves())).isInstanceOf(BankAnswer.Failed.class);
            assertThat(gateway.balance(BankAccess.ourselves(), "settlement-GBP"))
                    .isInstanceOf(BankAnswer.Failed.class);
            assertThat(gateway.transactions(BankAccess.ourselves(), "settlement-GBP", Optional.empty()))
                    .isInstanceOf(BankAnswer.Failed.class);
            assertThat(gateway.refresh(BankAccess.ourselves())).isInstanceOf(BankAnswer.Failed.class);
        }
        assertThat(bank.requests()).isEmpty();
    }

    private static void submitTimes(BankGateway gateway, int times) {
        for (int call = 0; call < times; call++) {
            gateway.submit(instruction());
        }
    }

    private static BankCall granted(GuardedGateway gateway) {
        return ((Admission.Granted) gateway.admit()).call();
    }

    private static Obstacle obstacleOf(GuardedGateway gateway) {
        return ((Admission.Refused) gateway.admit()).obstacle();
    }
}
