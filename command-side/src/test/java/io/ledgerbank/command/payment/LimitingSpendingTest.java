package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.by;
import static io.ledgerbank.command.payment.Orders.external;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.withdrawal;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.ALICES_IBAN;
import static io.ledgerbank.command.testing.People.BOBS;
import static io.ledgerbank.command.testing.People.GBP;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An account that pays 600.00 at once, 1,000.00 in a day and 2,000.00 in a month. */
class LimitingSpendingTest {

    private static final Instant TOMORROW = NOW.plusSeconds(86_400);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Instant NEXT_MONTH = Instant.parse("2026-12-01T00:00:00Z");

    private final SpanningFixture bank = new SpanningFixture();

    @Test
    void a_day_pays_its_limit_and_no_more() {
        given("5000.00").when(transfer("600.00"));
        bank.when(transfer("400.01")).thenRefused(Reason.DAILY_LIMIT_EXCEEDED);

        assertThat(bank.when(transfer("400.00")).refusal()).isEmpty();
        bank.when(transfer("0.01")).thenRefused(Reason.DAILY_LIMIT_EXCEEDED);
    }

    @Test
    void the_next_day_has_a_limit_of_its_own() {
        given("5000.00").when(transfer("600.00"));
        bank.when(transfer("400.00"));

        assertThat(bank.at(TOMORROW).when(transfer("600.00")).refusal()).isEmpty();
    }

    @Test
    void a_day_begins_at_midnight_in_the_banks_zone() {
        SpanningFixture inAuckland = new SpanningFixture(ZoneId.of("Pacific/Auckland"));
        given(inAuckland, "5000.00");
        inAuckland.at(Instant.parse("2026-11-22T10:59:59.999999Z")).when(transfer("600.00"));

        inAuckland.when(transfer("600.00")).thenRefused(Reason.DAILY_LIMIT_EXCEEDED);
        assertThat(inAuckland
                        .at(Instant.parse("2026-11-22T11:00:00Z"))
                        .when(transfer("600.00"))
                        .refusal())
                .isEmpty();
    }

    @Test
    void a_month_pays_its_limit_over_all_of_its_days() {
        given("5000.00").when(transfer("600.00"));
        bank.when(transfer("400.00"));
        bank.at(TOMORROW).when(transfer("600.00"));
        bank.when(transfer("300.00"));

        bank.at(TOMORROW.plusSeconds(86_400)).when(transfer("100.01")).thenRefused(Reason.MONTHLY_LIMIT_EXCEEDED);
        assertThat(bank.when(transfer("100.00")).refusal()).isEmpty();
        assertThat(bank.at(NEXT_MONTH).when(transfer("600.00")).refusal()).isEmpty();
    }

    @Test
    void the_single_limit_is_asked_first_then_the_funds_then_the_day_then_the_month() {
        given("700.00").when(transfer("600.00"));

        bank.when(transfer("600.01")).thenRefused(Reason.AMOUNT_EXCEEDS_LIMIT);
        bank.when(transfer("500.00")).thenRefused(Reason.INSUFFICIENT_FUNDS);
        bank.given(deposited(ALICES, pounds("5000.00")));
        bank.when(transfer("500.00")).thenRefused(Reason.DAILY_LIMIT_EXCEEDED);
    }

    @Test
    void a_day_is_asked_before_its_month() {
        given("5000.00").when(transfer("600.00"));
        bank.when(transfer("400.00"));
        bank.at(TOMORROW).when(transfer("600.00"));
        bank.when(transfer("400.00"));

        bank.when(transfer("0.01")).thenRefused(Reason.DAILY_LIMIT_EXCEEDED);
    }

    @Test
    void money_on_its_way_counts() {
        given("5000.00").when(by(ALICE, external(pounds("600.00"))));

        bank.when(transfer("400.01")).thenRefused(Reason.DAILY_LIMIT_EXCEEDED);
    }

    @Test
    void cash_counts() {
        given("5000.00").when(by(TELLER, withdrawal(pounds("600.00"))));

        bank.when(transfer("400.01")).thenRefused(Reason.DAILY_LIMIT_EXCEEDED);
    }

    @Test
    void what_arrives_gives_nothing_back() {
        given("5000.00").when(transfer("600.00"));
        bank.given(deposited(ALICES, pounds("600.00")));

        bank.when(transfer("400.01")).thenRefused(Reason.DAILY_LIMIT_EXCEEDED);
    }

    @Test
    void what_settles_on_another_day_counts_on_the_day_it_was_held() {
        given("5000.00").when(by(ALICE, external(pounds("600.00"))));
        bank.at(TOMORROW).when(new StartAttempt(ID, 1, TIMEOUT));
        assertThat(bank.when(new RecordOutcome(ID, 1, new Outcome.Executed("REF", TODAY)))
                        .events())
                .hasSize(2);

        bank.when(transfer("600.00"));
        bank.when(transfer("400.01")).thenRefused(Reason.DAILY_LIMIT_EXCEEDED);
        assertThat(bank.when(transfer("400.00")).refusal()).isEmpty();
        bank.at(TOMORROW.plusSeconds(86_400)).when(transfer("400.01")).thenRefused(Reason.MONTHLY_LIMIT_EXCEEDED);
    }

    @Test
    void what_fails_gives_back_what_it_took_from_the_day() {
        given("5000.00").when(by(ALICE, external(pounds("600.00"))));
        fails();

        assertThat(bank.when(transfer("600.00")).refusal()).isEmpty();
        assertThat(bank.when(transfer("400.00")).refusal()).isEmpty();
    }

    @Test
    void what_fails_on_another_day_gives_back_to_the_month_and_not_to_that_day() {
        given("5000.00").when(by(ALICE, external(pounds("600.00"))));
        bank.when(transfer("400.00"));
        bank.at(TOMORROW).when(transfer("600.00"));
        fails();

        bank.when(transfer("400.01")).thenRefused(Reason.DAILY_LIMIT_EXCEEDED);
        bank.when(transfer("400.00"));
        assertThat(bank.at(TOMORROW.plusSeconds(86_400))
                        .when(transfer("600.00"))
                        .refusal())
                .isEmpty();
        bank.when(transfer("0.01")).thenRefused(Reason.MONTHLY_LIMIT_EXCEEDED);
    }

    @Test
    void a_hold_from_before_holds_said_their_day_counts_on_none() {
        given("5000.00")
                .given(
                        Orders.paymentCreated(),
                        new FundsHeld(ALICES, ID, pounds("30.00"), Optional.empty()),
                        started(1));
        bank.when(transfer("600.00"));

        assertThat(bank.when(transfer("400.00")).refusal()).isEmpty();
        bank.when(new RecordOutcome(ID, 1, new Outcome.NotExecuted(Reason.CREDITOR_ACCOUNT_CLOSED, Optional.empty())));
        bank.when(transfer("0.01")).thenRefused(Reason.DAILY_LIMIT_EXCEEDED);
    }

    private void fails() {
        bank.when(new StartAttempt(ID, 1, TIMEOUT));
        ends();
    }

    private void ends() {
        Outcome refused = new Outcome.NotExecuted(Reason.CREDITOR_ACCOUNT_CLOSED, Optional.empty());
        assertThat(bank.when(new RecordOutcome(ID, 1, refused)).events()).hasSize(2);
    }

    private SpanningFixture given(String balance) {
        return given(bank, balance);
    }

    private static SpanningFixture given(SpanningFixture bank, String balance) {
        AccountLimits limits = new AccountLimits(pounds("600.00"), pounds("1000.00"), pounds("2000.00"));
        return bank.given(
                new AccountOpened(
                        ALICES, ALICE.userId(), "Everyday", AccountType.CHECKING, GBP, ALICES_IBAN, limits, NOW),
                deposited(ALICES, pounds(balance)),
                bobHasAnAccount());
    }

    /** Another one each time. */
    private static CreatePayment transfer(String amount) {
        Money money = pounds(amount);
        PaymentId id = PaymentId.next();
        return new CreatePayment(
                id,
                new PaymentOrder.Transfer(ALICES, BOBS, money, LUNCH + " " + id, Optional.empty(), Priority.NORMAL),
                ALICE);
    }
}
