package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.PaymentsDouble;
import io.ledgerbank.saga.Stage;
import io.ledgerbank.simulator.TestCreditor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WaitingForBanksTest {

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.impatient();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void a_bank_that_never_got_the_payment_gets_it_again_after_it_was_asked_until_the_catalogue_gives_up() {
        PaymentId id = stage.pay(TestCreditor.TIMES_OUT);

        assertThat(stage.parked(id).outcome()).contains(Execution.NOT_EXECUTED);
        assertThat(stage.storyInShort(id))
                .containsExactly(
                        "PaymentCreated",
                        "AttemptStarted",
                        "OutcomeUnknown",
                        "AttemptFailed",
                        "AttemptStarted",
                        "OutcomeUnknown",
                        "AttemptFailed",
                        "AttemptStarted",
                        "OutcomeUnknown",
                        "PaymentParked");
        assertThat(stage.oracle().executionsOf(id)).isZero();
        assertThat(stage.oracle().arrivalsOf(id)).isEqualTo(3);
    }

    @Test
    void a_payment_whose_reply_comes_late_settles_without_being_sent_again() {
        PaymentId id = stage.pay(TestCreditor.REPLIES_LATE);

        stage.settled(id);
        assertThat(stage.story(id))
                .containsExactly("PaymentCreated", "AttemptStarted", "OutcomeUnknown", "PaymentSettled");
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
        assertThat(stage.oracle().arrivalsOf(id)).isEqualTo(1);
    }

    @Test
    void an_outcome_that_could_not_be_recorded_at_once_is_recorded_later_and_the_bank_need_not_be_asked() {
        stage.bean(PaymentsDouble.class).loseNextOutcome();
        PaymentId id = stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)));

        stage.settled(id);
        assertThat(stage.story(id)).containsExactly("PaymentCreated", "AttemptStarted", "PaymentSettled");
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
        assertThat(stage.oracle().arrivalsOf(id)).isEqualTo(1);
    }
}
