package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.PaymentsDouble;
import io.ledgerbank.saga.Stage;
import io.ledgerbank.simulator.TestCreditor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A bank of which nobody can ask what became of a payment. */
class TellingSilentBanksOnceTest {

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.impatient("ledgerbank.banks.terms.simbank.capabilities=DEDUPES");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void whose_reply_is_lost_is_left_to_a_person_after_one_attempt() {
        PaymentId id = stage.pay(TestCreditor.LOSES_REPLY);

        assertThat(stage.parked(id).attempt()).isEqualTo(1);
        assertThat(stage.story(id))
                .containsExactly("PaymentCreated", "AttemptStarted", "OutcomeUnknown", "PaymentParked");
        assertThat(stage.oracle().arrivalsOf(id)).isEqualTo(1);
        stage.await(() -> stage.workItemsOf(id).isEmpty());
    }

    @Test
    void that_certainly_did_not_execute_gets_the_payment_again() {
        PaymentId id = stage.pay(TestCreditor.DOWN_TWICE);

        stage.settled(id);
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
    }

    @Test
    void is_believed_though_its_answer_could_not_be_recorded_at_once() {
        stage.bean(PaymentsDouble.class).loseNextOutcome();
        PaymentId id = stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)));

        stage.settled(id);
        assertThat(stage.story(id)).containsExactly("PaymentCreated", "AttemptStarted", "PaymentSettled");
    }

    @Test
    void that_rejects_fails_the_payment() {
        PaymentId id = stage.pay(TestCreditor.REJECTS_AC04);

        assertThat(stage.failed(id).reason()).isEqualTo(Reason.CREDITOR_ACCOUNT_CLOSED);
    }
}
