package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.by;
import static io.ledgerbank.command.payment.Orders.external;
import static io.ledgerbank.command.payment.Orders.on;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.payment.Orders.withdrawal;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.CheckPayment;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckingPaymentsTest {

    private final SpanningFixture bank = new SpanningFixture();

    @Test
    void says_yes_and_leaves_no_trace() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount());

        for (PaymentOrder order : List.of(
                transfer(pounds("1.00"), "RENT-11"),
                external(pounds("1.00")),
                on(TODAY.plusDays(1), transfer(pounds("500.00"), "RENT-12")))) {
            bank.when(new CheckPayment(order, ALICE)).thenNothingNew();
            bank.when(new CheckPayment(order, ALICE)).thenNothingNew();
        }
        bank.when(by(ALICE, transfer(pounds("1.00"), "RENT-11"))).thenAnswered(PaymentDetails.class);
    }

    @Test
    void refuses_as_the_order_itself_would_be() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount());
        bank.when(by(ALICE, transfer(pounds("1.00"), "RENT-11"))).thenAnswered(PaymentDetails.class);

        for (PaymentOrder order : List.of(
                transfer(pounds("0.00")),
                withdrawal(pounds("1.00")),
                transfer(pounds("10000.01")),
                transfer(pounds("99.01")),
                transfer(pounds("1.00"), "RENT-11"),
                on(TODAY.minusDays(1), transfer(pounds("1.00"))),
                on(TODAY.plusDays(1), transfer(pounds("1.00"), "RENT-11")))) {
            Optional<Reason> asked = bank.when(new CheckPayment(order, ALICE)).refusal();

            assertThat(asked).isPresent();
            bank.when(new CreatePayment(PaymentId.next(), order, ALICE)).thenRefused(asked.get());
        }
        bank.when(new CheckPayment(transfer(pounds("1.00")), BOB)).thenRefused(Reason.ACCOUNT_NOT_FOUND);
    }
}
