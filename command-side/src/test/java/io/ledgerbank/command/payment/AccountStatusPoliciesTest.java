package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.deposit;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.ALICES_IBAN;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.BOBS;
import static io.ledgerbank.command.testing.People.BOBS_IBAN;
import static io.ledgerbank.command.testing.People.GBP;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.limits;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Spending;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.account.AccountFacts;
import io.ledgerbank.command.account.Moment;
import io.ledgerbank.command.account.RecentOrders;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountStatusPoliciesTest {

    @Test
    void nothing_is_taken_from_a_frozen_account() {
        refused(Reason.ACCOUNT_FROZEN, transferBetween(AccountStatus.FROZEN, AccountStatus.ACTIVE));
    }

    @Test
    void nothing_is_taken_from_a_closed_account() {
        refused(Reason.ACCOUNT_INACTIVE, transferBetween(AccountStatus.CLOSED, AccountStatus.ACTIVE));
    }

    @Test
    void a_frozen_account_still_receives() {
        assertThatCode(() -> PaymentPolicy.require(
                        PaymentPolicies.PARTIES, transferBetween(AccountStatus.ACTIVE, AccountStatus.FROZEN)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_closed_account_receives_nothing() {
        refused(Reason.ACCOUNT_INACTIVE, transferBetween(AccountStatus.ACTIVE, AccountStatus.CLOSED));
        refused(
                Reason.ACCOUNT_INACTIVE,
                factsOf(deposit(pounds("1.00")), TELLER)
                        .with(Optional.empty(), Optional.of(alices(AccountStatus.CLOSED)), Optional.empty()));
    }

    @Test
    void a_strangers_account_is_unknown_before_it_is_frozen() {
        PaymentFacts byStranger = facts(transfer(pounds("1.00")), BOB, AccountStatus.FROZEN, AccountStatus.ACTIVE);

        refused(Reason.ACCOUNT_NOT_FOUND, byStranger);
    }

    @Test
    void a_status_comes_before_a_limit() {
        PaymentFacts tooMuch = facts(transfer(pounds("10000.01")), ALICE, AccountStatus.FROZEN, AccountStatus.ACTIVE);

        refused(Reason.ACCOUNT_FROZEN, tooMuch);
    }

    @Test
    void an_overdraft_is_available() {
        AccountFacts account = new AccountFacts(
                ALICES,
                ALICE.userId(),
                AccountType.CHECKING,
                ALICES_IBAN,
                AccountStatus.ACTIVE,
                limits(GBP),
                pounds("-20.00"),
                pounds("30.00"),
                pounds("100.00"),
                Spending.NONE,
                new RecentOrders());

        assertThat(account.available()).isEqualTo(pounds("50.00"));
    }

    private static void refused(Reason reason, PaymentFacts facts) {
        assertThatThrownBy(() -> PaymentPolicy.require(PaymentPolicies.PARTIES, facts))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(reason));
    }

    private static PaymentFacts transferBetween(AccountStatus debtor, AccountStatus creditor) {
        return facts(transfer(pounds("1.00")), ALICE, debtor, creditor);
    }

    private static PaymentFacts facts(PaymentOrder order, Caller caller, AccountStatus debtor, AccountStatus creditor) {
        return factsOf(order, caller).with(Optional.of(alices(debtor)), Optional.of(bobs(creditor)), Optional.empty());
    }

    private static PaymentFacts factsOf(PaymentOrder order, Caller caller) {
        return PaymentFacts.of(order, caller, new Moment(NOW, TODAY), Duration.ofMinutes(5));
    }

    private static AccountFacts alices(AccountStatus status) {
        Money nothing = pounds("0.00");
        return new AccountFacts(
                ALICES,
                ALICE.userId(),
                AccountType.CHECKING,
                ALICES_IBAN,
                status,
                limits(GBP),
                pounds("100.00"),
                nothing,
                nothing,
                Spending.NONE,
                new RecentOrders());
    }

    private static AccountFacts bobs(AccountStatus status) {
        Money nothing = pounds("0.00");
        return new AccountFacts(
                BOBS,
                BOB.userId(),
                AccountType.CHECKING,
                BOBS_IBAN,
                status,
                limits(GBP),
                nothing,
                nothing,
                nothing,
                Spending.NONE,
                new RecentOrders());
    }
}
