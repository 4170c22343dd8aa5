package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Banks that behave in ways of which there is no test creditor. */
class MeetingMisbehaviourTest {

    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.impatient();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOST",
                "SILENT",
                "NONSENSE",
                "TRUNCATED",
                "OVERSIZED",
                "DRIPPING",
                "REDIRECT",
                "WRONG_INSTRUCTION_ID",
                "WRONG_AMOUNT",
                "WRONG_CURRENCY"
            })
    void an_execution_that_is_badly_told_is_asked_about_and_made_once(String reply) {
        stage.misbehave(Orders.ANYONE, "{\"kind\":\"EXECUTES\",\"reply\":\"%s\"}".formatted(reply));

        PaymentId id = pay();

        stage.settled(id);
        assertThat(stage.story(id)).contains("OutcomeUnknown").containsOnlyOnce("AttemptStarted");
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
        assertThat(stage.oracle().arrivalsOf(id)).isEqualTo(1);
    }

    @Test
    void a_rejection_in_words_that_nobody_knows_is_for_a_person() {
        stage.misbehave(Orders.ANYONE, "{\"kind\":\"REJECTS\",\"isoReason\":\"ZZ99\"}");

        PaymentId id = pay();

        assertThat(stage.parked(id).reason()).isEqualTo(Reason.BANK_REASON_UNMAPPED);
        assertThat(stage.oracle().executionsOf(id)).isZero();
    }

    @Test
    void late_notices_in_several_copies_change_nothing_any_more() {
        stage.misbehave(
                Orders.ANYONE,
                "{\"kind\":\"EXECUTES\",\"reply\":\"PROMPT\",\"notifications\":3,\"notifyAfterMs\":200}");

        PaymentId id = pay();

        stage.settled(id);
        assertThat(stage.story(id)).containsOnlyOnce("PaymentSettled");
    }

    private PaymentId pay() {
        return stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)));
    }
}
