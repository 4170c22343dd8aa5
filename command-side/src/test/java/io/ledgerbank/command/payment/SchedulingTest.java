package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.by;
import static io.ledgerbank.command.payment.Orders.deposit;
import static io.ledgerbank.command.payment.Orders.on;
import static io.ledgerbank.command.payment.Orders.scheduled;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.BOBS;
import static io.ledgerbank.command.testing.People.EUR;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccountIn;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountClosed;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.SchedulePayment;
import io.ledgerbank.api.user.Caller;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchedulingTest {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final SpanningFixture bank = new SpanningFixture();

    @Test
    void an_order_for_another_day_holds_nothing_and_needs_no_funds() {
        PaymentOrder.Transfer order = on(TOMORROW, transfer(pounds("12.34")));

        bank.given(aliceHasAnAccount(), bobHasAnAccount())
                .when(by(ALICE, order))
                .then(scheduled(order));
    }

    @Test
    void it_is_answered_as_scheduled() {
        PaymentDetails payment = bank.given(aliceHasAnAccount(), bobHasAnAccount())
                .when(by(ALICE, on(TOMORROW, transfer(pounds("12.34")))))
                .thenAnswered(PaymentDetails.class);

        assertThat(payment.status()).isEqualTo(PaymentStatus.SCHEDULED);
        assertThat(payment.isoStatus()).isEqualTo("PDNG");
        assertThat(payment.executionDate()).contains(TOMORROW);
        assertThat(payment.completedAt()).isEmpty();
    }

    @Test
    void an_account_that_is_closed_for_good_is_not_paid_from_or_to_later_either() {
        bank.given(aliceHasAnAccount(), bobHasAnAccount(), new AccountClosed(BOBS, "Moved away", NOW));

        bank.when(by(ALICE, on(TOMORROW, transfer(pounds("12.34"))))).thenRefused(Reason.ACCOUNT_INACTIVE);
        bank.given(new AccountClosed(ALICES, "Moved away, too", NOW))
                .when(by(ALICE, on(TOMORROW, transfer(pounds("12.34")))))
                .thenRefused(Reason.ACCOUNT_INACTIVE);
    }

    @Test
    void an_order_for_today_is_made_at_once() {
        PaymentDetails payment = bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount())
                .when(by(ALICE, on(TODAY, transfer(pounds("12.34")))))
                .thenAnswered(PaymentDetails.class);

        assertThat(payment.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payment.executionDate()).contains(TODAY);
    }

    @Test
    void refuses_a_day_that_is_over() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount())
                .when(by(ALICE, on(TODAY.minusDays(1), transfer(pounds("1.00")))))
                .thenRefused(Reason.INVALID_EXECUTION_DATE);
    }

    @Test
    void refuses_a_day_that_nobody_plans_for_and_no_database_could_hold() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount());

        bank.when(by(ALICE, on(TODAY.plusYears(10).plusDays(1), transfer(pounds("1.00")))))
                .thenRefused(Reason.INVALID_EXECUTION_DATE);
        bank.when(by(ALICE, on(LocalDate.MAX, transfer(pounds("1.00"))))).thenRefused(Reason.INVALID_EXECUTION_DATE);
    }

    @Test
    void days_are_those_of_the_banks_own_zone() {
        SpanningFixture inAuckland = new SpanningFixture(ZoneId.of("Pacific/Auckland"));
        inAuckland.given(aliceHasAnAccount(), bobHasAnAccount());

        inAuckland.when(by(ALICE, on(TODAY, transfer(pounds("1.00"))))).thenRefused(Reason.INVALID_EXECUTION_DATE);
        PaymentScheduled scheduled = (PaymentScheduled) inAuckland
                .when(by(ALICE, on(TODAY.plusDays(2), transfer(pounds("1.00")))))
                .events()
                .getFirst();
        assertThat(scheduled.dueAt()).isEqualTo("2026-11-23T11:00:00Z");
    }

    @Test
    void refuses_at_once_what_no_day_will_mend() {
        bank.given(aliceHasAnAccount(), bobHasAnAccountIn(EUR));
        PaymentOrder.Transfer order = on(TOMORROW, transfer(pounds("1.00")));

        bank.when(by(BOB, order)).thenRefused(Reason.ACCOUNT_NOT_FOUND);
        bank.when(by(ALICE, order)).thenRefused(Reason.CURRENCY_MISMATCH);
        bank.when(by(ALICE, on(TOMORROW, transfer(pounds("0.00"))))).thenRefused(Reason.AMOUNT_TOO_SMALL);
    }

    @Test
    void cash_is_scheduled_by_staff_only() {
        PaymentOrder.Deposit deposit = new PaymentOrder.Deposit(
                ALICES,
                pounds("1.00"),
                "In",
                Optional.empty(),
                Priority.NORMAL,
                Optional.of(TOMORROW),
                Optional.empty());
        bank.given(aliceHasAnAccount());

        bank.when(by(ALICE, deposit)).thenRefused(Reason.INSUFFICIENT_PERMISSIONS);
        bank.when(by(TELLER, deposit)).thenAnswered(PaymentDetails.class);
    }

    @Test
    void takes_its_end_to_end_id_when_it_is_ordered() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount());
        bank.when(by(ALICE, on(TOMORROW, transfer(pounds("1.00"), "RENT-12")))).thenAnswered(PaymentDetails.class);

        bank.when(new CreatePayment(PaymentId.next(), transfer(pounds("1.00"), "RENT-12"), ALICE))
                .thenRefused(Reason.DUPLICATE_END_TO_END_ID);
        PaymentDetails made = bank.when(new ExecuteScheduled(ID, Optional.of(0L), Caller.system()))
                .thenAnswered(PaymentDetails.class);
        assertThat(made.status()).isEqualTo(PaymentStatus.COMPLETED);
    }

    @Test
    void the_same_payment_is_taken_on_once() {
        SchedulePayment run = new SchedulePayment(ID, transfer(pounds("1.00")), NOW, List.of(), ALICE);
        bank.given(aliceHasAnAccount(), bobHasAnAccount());
        PaymentDetails first = bank.when(run).thenAnswered(PaymentDetails.class);

        SpanningFixture.Then again = bank.when(run);

        again.thenNothingNew();
        assertThat(again.thenAnswered(PaymentDetails.class)).isEqualTo(first);
    }
}
