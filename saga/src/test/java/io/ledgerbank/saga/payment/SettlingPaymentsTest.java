package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.Stage;
import io.ledgerbank.simulator.TestCreditor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingPaymentsTest {

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void a_payment_is_sent_once_and_settles_with_the_reference_of_the_bank() {
        PaymentId id = stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)));

        assertThat(stage.settled(id).bankReference()).startsWith("SIM");
        assertThat(stage.story(id)).containsExactly("PaymentCreated", "AttemptStarted", "PaymentSettled");
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
        assertThat(stage.oracle().arrivalsOf(id)).isEqualTo(1);
    }

    @Test
    void everything_done_about_a_payment_belongs_to_the_conversation_that_created_it() {
        PaymentId id = stage.pay(TestCreditor.DOWN_TWICE);
        stage.settled(id);

        assertThat(stage.messages(id)).allSatisfy(message -> assertThat(message.getMetaData())
                .containsEntry(MetadataKeys.CORRELATION_ID, "conversation-of-" + id));
        assertThat(stage.messages(id).subList(1, 7))
                .allSatisfy(message -> assertThat(message.getMetaData()).containsEntry(MetadataKeys.ACTOR, "system"));
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTS_AC03, INVALID_CREDITOR_ACCOUNT",
        "REJECTS_AC04, CREDITOR_ACCOUNT_CLOSED",
        "REJECTS_AC06, CREDITOR_ACCOUNT_BLOCKED",
        "REJECTS_AM02, AMOUNT_NOT_ALLOWED",
        "REJECTS_BE01, CREDITOR_NAME_MISMATCH",
        "REJECTS_RR04, REGULATORY_REFUSAL",
        "REJECTS_MS03, BANK_REJECTED"
    })
    void a_rejection_fails_the_payment_at_once_with_the_reason_of_the_bank(TestCreditor creditor, Reason reason) {
        PaymentId id = stage.pay(creditor);

        assertThat(stage.failed(id).reason()).isEqualTo(reason);
        assertThat(stage.story(id)).containsExactly("PaymentCreated", "AttemptStarted", "PaymentFailed");
    }

    @ParameterizedTest
    @CsvSource({"LOSES_REPLY", "ANSWERS_NONSENSE", "ANSWERS_WRONG_ID"})
    void a_payment_whose_reply_is_worthless_settles_without_being_sent_again(TestCreditor creditor) {
        PaymentId id = stage.pay(creditor);

        stage.settled(id);
        assertThat(stage.story(id))
                .containsExactly("PaymentCreated", "AttemptStarted", "OutcomeUnknown", "PaymentSettled");
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
        assertThat(stage.oracle().arrivalsOf(id)).isEqualTo(1);
    }

    @Test
    void a_bank_that_is_down_twice_gets_the_payment_a_third_time() {
        PaymentId id = stage.pay(TestCreditor.DOWN_TWICE);

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
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
    }

    @Test
    void a_bank_that_stays_down_parks_the_payment_once_the_catalogue_gives_up() {
        PaymentId id = stage.pay(TestCreditor.ALWAYS_DOWN);

        assertThat(stage.parked(id).reason()).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        assertThat(stage.parked(id).outcome()).contains(Execution.NOT_EXECUTED);
        assertThat(stage.oracle().arrivalsOf(id)).isEqualTo(3);
    }

    @Test
    void a_bank_that_never_tells_parks_the_payment_for_a_person() {
        PaymentId id = stage.pay(TestCreditor.GOES_SILENT);

        assertThat(stage.parked(id).reason()).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        stage.caughtUp();
        assertThat(stage.workItemsOf(id)).isEmpty();
        assertThat(stage.oracle().arrivalsOf(id)).isEqualTo(1);
    }

    @Test
    void a_bank_that_nobody_knows_any_more_parks_the_payment() {
        PaymentId id = stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, new BankCode("NOBANK"))));

        assertThat(stage.parked(id).reason()).isEqualTo(Reason.CONFIGURATION_ERROR);
    }

    @Test
    void a_final_payment_leaves_no_work_behind() {
        PaymentId id = stage.pay(TestCreditor.DOWN_TWICE);
        stage.settled(id);

        stage.await(() -> stage.workItemsOf(id).isEmpty());
    }

    @Test
    void a_transfer_within_our_books_is_none_of_its_business() {
        PaymentId id = stage.pay(Orders.transfer());
        stage.caughtUp();

        assertThat(stage.workItemsOf(id)).isEmpty();
        assertThat(stage.story(id)).containsExactly("PaymentCreated");
    }
}
