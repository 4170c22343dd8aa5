package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.by;
import static io.ledgerbank.command.payment.Orders.created;
import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.ALICES_IBAN;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.BOBS;
import static io.ledgerbank.command.testing.People.BOBS_IBAN;
import static io.ledgerbank.command.testing.People.EUR;
import static io.ledgerbank.command.testing.People.GBP;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccountIn;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Priority;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransferringTest {

    private final SpanningFixture bank = new SpanningFixture();

    @Test
    void debits_credits_and_completes_in_one_append() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount())
                .when(by(ALICE, transfer(pounds("12.34"))))
                .then(
                        created(transfer(pounds("12.34"))),
                        new AccountDebited(
                                ALICES,
                                ID,
                                pounds("12.34"),
                                InternalAccount.CLEARING,
                                Counterparty.ours(BOBS, BOBS_IBAN),
                                LUNCH,
                                TODAY,
                                TODAY,
                                Optional.of(NOW)),
                        new AccountCredited(
                                BOBS,
                                ID,
                                pounds("12.34"),
                                InternalAccount.CLEARING,
                                Counterparty.ours(ALICES, ALICES_IBAN),
                                LUNCH,
                                TODAY,
                                TODAY),
                        new PaymentCompleted(ID, NOW));
    }

    @Test
    void answers_with_the_completed_payment() {
        PaymentDetails payment = bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount())
                .when(by(ALICE, transfer(pounds("12.34"))))
                .thenAnswered(PaymentDetails.class);

        assertThat(payment.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payment.isoStatus()).isEqualTo("ACSC");
        assertThat(payment.completedAt()).contains(NOW);
        assertThat(payment.creditorAccountId()).contains(BOBS);
    }

    @Test
    void books_on_the_day_of_the_banks_own_zone() {
        SpanningFixture inAuckland = new SpanningFixture(ZoneId.of("Pacific/Auckland"));

        Object debited = inAuckland
                .given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount())
                .when(by(ALICE, transfer(pounds("1.00"))))
                .events()
                .get(1);

        assertThat(((AccountDebited) debited).bookingDate()).isEqualTo(LocalDate.parse("2026-11-23"));
        assertThat(((AccountDebited) debited).valueDate()).isEqualTo(LocalDate.parse("2026-11-23"));
    }

    @Test
    void moves_the_whole_balance_but_not_a_penny_more() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount());

        bank.when(by(ALICE, transfer(pounds("100.01")))).thenRefused(Reason.INSUFFICIENT_FUNDS);
        bank.when(by(ALICE, transfer(pounds("100.00")))).thenAnswered(PaymentDetails.class);
    }

    @Test
    void does_not_touch_what_is_held_for_another_payment() {
        bank.given(
                aliceHasAnAccount(),
                deposited(ALICES, pounds("100.00")),
                bobHasAnAccount(),
                paymentCreated(),
                fundsHeld());

        bank.when(new CreatePayment(PaymentId.next(), transfer(pounds("70.01")), ALICE))
                .thenRefused(Reason.INSUFFICIENT_FUNDS);
        bank.when(new CreatePayment(PaymentId.next(), transfer(pounds("70.00")), ALICE))
                .thenAnswered(PaymentDetails.class);
    }

    @Test
    void refuses_more_than_the_single_limit_however_much_there_is() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("50000.00")), bobHasAnAccount());

        bank.when(by(ALICE, transfer(pounds("10000.01")))).thenRefused(Reason.AMOUNT_EXCEEDS_LIMIT);
        bank.when(by(ALICE, transfer(pounds("10000.00")))).thenAnswered(PaymentDetails.class);
    }

    @Test
    void refuses_an_account_of_another_currency() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccountIn(EUR))
                .when(by(ALICE, transfer(pounds("1.00"))))
                .thenRefused(Reason.CURRENCY_MISMATCH);
    }

    @Test
    void refuses_a_credit_that_no_balance_can_hold() {
        bank.given(
                        aliceHasAnAccount(),
                        deposited(ALICES, pounds("100.00")),
                        bobHasAnAccount(),
                        deposited(BOBS, new Money(Money.MOST_MINOR_UNITS - 99, GBP)))
                .when(by(ALICE, transfer(pounds("1.00"))))
                .thenRefused(Reason.BALANCE_OUT_OF_RANGE);
    }

    @Test
    void takes_an_end_to_end_id_once_per_debtor_account() {
        bank.given(
                aliceHasAnAccount(),
                deposited(ALICES, pounds("100.00")),
                bobHasAnAccount(),
                deposited(BOBS, pounds("100.00")));
        bank.when(by(ALICE, transfer(pounds("1.00"), "RENT-11"))).thenAnswered(PaymentDetails.class);

        bank.when(new CreatePayment(PaymentId.next(), transfer(pounds("2.00"), "RENT-11"), ALICE))
                .thenRefused(Reason.DUPLICATE_END_TO_END_ID);
        PaymentOrder bobs =
                new PaymentOrder.Transfer(BOBS, ALICES, pounds("3.00"), LUNCH, Optional.of("RENT-11"), Priority.NORMAL);
        bank.when(new CreatePayment(PaymentId.next(), bobs, BOB)).thenAnswered(PaymentDetails.class);
    }

    @Test
    void leaves_an_end_to_end_id_free_when_it_refuses() {
        bank.given(aliceHasAnAccount(), bobHasAnAccount());
        bank.when(by(ALICE, transfer(pounds("1.00"), "RENT-11"))).thenRefused(Reason.INSUFFICIENT_FUNDS);

        bank.given(deposited(ALICES, pounds("100.00")));
        bank.when(new CreatePayment(PaymentId.next(), transfer(pounds("1.00"), "RENT-11"), ALICE))
                .thenAnswered(PaymentDetails.class);
    }
}
