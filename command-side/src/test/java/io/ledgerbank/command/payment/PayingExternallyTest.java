package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.by;
import static io.ledgerbank.command.payment.Orders.external;
import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.euros;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Priority;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayingExternallyTest {

    private final SpanningFixture bank = new SpanningFixture();

    @BeforeEach
    void alice_has_a_hundred_pounds() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")));
    }

    @Test
    void holds_the_funds_and_creates_the_payment_in_one_append() {
        bank.when(by(ALICE, external(pounds("30.00")))).then(paymentCreated(), fundsHeld());
    }

    @Test
    void answers_with_a_payment_that_waits_for_its_bank() {
        PaymentDetails payment = bank.when(by(ALICE, external(pounds("30.00")))).thenAnswered(PaymentDetails.class);

        assertThat(payment.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(payment.isoStatus()).isEqualTo("ACFC");
        assertThat(payment.completedAt()).isEmpty();
        assertThat(payment.creditor()).contains(CARLA);
    }

    @Test
    void does_not_hold_the_same_money_twice() {
        bank.when(by(ALICE, external(pounds("60.00")))).thenAnswered(PaymentDetails.class);

        PaymentOrder another =
                new PaymentOrder.External(ALICES, CARLA, pounds("40.01"), LUNCH, Optional.empty(), Priority.NORMAL);
        bank.when(new CreatePayment(PaymentId.next(), another, ALICE)).thenRefused(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void refuses_a_bank_that_this_one_does_not_deal_with() {
        Creditor elsewhere = new Creditor("Carla Creditor", CARLA.iban(), new BankCode("NOBANK"));

        bank.when(by(
                        ALICE,
                        new PaymentOrder.External(
                                ALICES, elsewhere, pounds("1.00"), LUNCH, Optional.empty(), Priority.NORMAL)))
                .thenRefused(Reason.BANK_NOT_FOUND);
    }

    @Test
    void refuses_a_creditor_whose_name_could_mislead() {
        Creditor reversed = new Creditor("Carla \u202Erotiderc", CARLA.iban(), CARLA.bankCode());

        bank.when(by(
                        ALICE,
                        new PaymentOrder.External(
                                ALICES, reversed, pounds("1.00"), LUNCH, Optional.empty(), Priority.NORMAL)))
                .thenRefused(Reason.INVALID_NAME_FORMAT);
    }

    @Test
    void refuses_another_currency_than_the_accounts() {
        bank.when(by(ALICE, external(euros("1.00")))).thenRefused(Reason.CURRENCY_MISMATCH);
    }

    @Test
    void refuses_more_than_the_single_limit() {
        bank.when(by(ALICE, external(pounds("10000.01")))).thenRefused(Reason.AMOUNT_EXCEEDS_LIMIT);
    }

    @Test
    void refuses_more_than_there_is() {
        bank.when(by(ALICE, external(pounds("100.01")))).thenRefused(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void takes_an_end_to_end_id_once() {
        bank.when(by(ALICE, external(pounds("1.00")))).thenAnswered(PaymentDetails.class);

        bank.when(new CreatePayment(PaymentId.next(), external(pounds("1.00")), ALICE))
                .thenRefused(Reason.DUPLICATE_END_TO_END_ID);
    }
}
