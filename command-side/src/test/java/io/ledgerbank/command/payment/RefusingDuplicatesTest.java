package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.payment.Orders.withdrawal;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.BOBS;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.user.Caller;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a window of five minutes. */
class RefusingDuplicatesTest {

    private static final Money TEN = pounds("10.00");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final SpanningFixture bank = new SpanningFixture();

    @BeforeEach
    void alice_has_money() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount());
    }

    @Test
    void the_same_transfer_within_the_window_is_refused() {
        accepted(ALICE, transfer(TEN));

        refused(ALICE, transfer(TEN));
        bank.at(NOW.plus(WINDOW).minusNanos(1000));
        refused(ALICE, transfer(TEN));
    }

    @Test
    void the_same_transfer_after_the_window_is_another() {
        accepted(ALICE, transfer(TEN));

        bank.at(NOW.plus(WINDOW));
        accepted(ALICE, transfer(TEN));
        refused(ALICE, transfer(TEN));
    }

    @Test
    void another_amount_creditor_or_purpose_makes_another_transfer() {
        accepted(ALICE, transfer(TEN));

        accepted(ALICE, transfer(pounds("10.01")));
        accepted(ALICE, remitting("Supper"));
        accepted(ALICE, external(CARLA));
        accepted(TELLER, withdrawal(TEN));
    }

    @Test
    void whoever_gives_it_an_end_to_end_id_of_its_own_means_it() {
        accepted(ALICE, transfer(TEN));

        accepted(ALICE, transfer(TEN, "INV-2"));
        refused(ALICE, transfer(TEN));
    }

    @Test
    void an_order_with_an_end_to_end_id_is_repeated_by_one_without() {
        accepted(ALICE, transfer(TEN, "INV-2"));

        refused(ALICE, transfer(TEN));
    }

    @Test
    void cash_is_not_handed_out_twice() {
        accepted(TELLER, withdrawal(TEN));

        refused(TELLER, withdrawal(TEN));
    }

    @Test
    void money_on_its_way_is_not_sent_again_whatever_the_creditor_is_called() {
        accepted(ALICE, external(CARLA));

        refused(ALICE, external(new Creditor("C. Creditor", CARLA.iban(), CARLA.bankCode())));
    }

    @Test
    void a_payment_that_settled_is_not_sent_again() {
        bank.given(paymentCreated(), fundsHeld(), started(1));
        bank.when(new RecordOutcome(ID, 1, new Outcome.Executed("REF", TODAY)));

        refused(ALICE, withoutEndToEndId());
    }

    @Test
    void a_payment_that_failed_may_be_tried_again() {
        bank.given(paymentCreated(), fundsHeld(), started(1));
        refused(ALICE, withoutEndToEndId());
        bank.when(new RecordOutcome(ID, 1, new Outcome.NotExecuted(Reason.CREDITOR_ACCOUNT_CLOSED, Optional.empty())));

        accepted(ALICE, withoutEndToEndId());
    }

    @Test
    void a_refused_order_is_not_remembered() {
        bank.when(order(ALICE, transfer(pounds("500.00")))).thenRefused(Reason.INSUFFICIENT_FUNDS);
        bank.given(deposited(ALICES, pounds("500.00")));

        accepted(ALICE, transfer(pounds("500.00")));
    }

    @Test
    void a_duplicate_is_refused_before_funds_run_out_and_after_the_single_limit() {
        accepted(ALICE, transfer(pounds("60.00")));

        refused(ALICE, transfer(pounds("60.00")));
        bank.when(order(ALICE, transfer(pounds("10000.01")))).thenRefused(Reason.AMOUNT_EXCEEDS_LIMIT);
    }

    private void accepted(Caller caller, PaymentOrder order) {
        assertThat(bank.when(order(caller, order)).refusal()).isEmpty();
    }

    private void refused(Caller caller, PaymentOrder order) {
        bank.when(order(caller, order)).thenRefused(Reason.DUPLICATE_TRANSACTION);
    }

    private static CreatePayment order(Caller caller, PaymentOrder order) {
        return new CreatePayment(PaymentId.next(), order, caller);
    }

    private static PaymentOrder remitting(String purpose) {
        return new PaymentOrder.Transfer(ALICES, BOBS, TEN, purpose, Optional.empty(), Priority.NORMAL);
    }

    private static PaymentOrder external(Creditor creditor) {
        return new PaymentOrder.External(ALICES, creditor, TEN, Orders.LUNCH, Optional.empty(), Priority.NORMAL);
    }

    private static PaymentOrder withoutEndToEndId() {
        return new PaymentOrder.External(
                ALICES, CARLA, pounds("30.00"), Orders.LUNCH, Optional.empty(), Priority.NORMAL);
    }
}
