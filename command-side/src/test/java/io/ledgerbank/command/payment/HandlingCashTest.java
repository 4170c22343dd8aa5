package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.by;
import static io.ledgerbank.command.payment.Orders.created;
import static io.ledgerbank.command.payment.Orders.deposit;
import static io.ledgerbank.command.payment.Orders.withdrawal;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.GBP;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.euros;
import static io.ledgerbank.command.testing.People.pounds;

import io.ledgerbank.api.account.AccountClosed;
import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandlingCashTest {

    private final SpanningFixture bank = new SpanningFixture();

    @Test
    void a_deposit_is_credited_from_cash_and_belongs_to_the_accounts_owner() {
        bank.given(aliceHasAnAccount())
                .when(by(TELLER, deposit(pounds("50.00"))))
                .then(
                        new PaymentCreated(ID, ALICE.userId(), deposit(pounds("50.00")), Optional.empty(), NOW),
                        new AccountCredited(
                                ALICES,
                                ID,
                                pounds("50.00"),
                                InternalAccount.CASH,
                                Counterparty.cash(),
                                LUNCH,
                                TODAY,
                                TODAY),
                        new PaymentCompleted(ID, NOW));
    }

    @Test
    void a_withdrawal_is_debited_to_cash() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("50.00")))
                .when(by(TELLER, withdrawal(pounds("20.00"))))
                .then(
                        created(withdrawal(pounds("20.00"))),
                        new AccountDebited(
                                ALICES,
                                ID,
                                pounds("20.00"),
                                InternalAccount.CASH,
                                Counterparty.cash(),
                                LUNCH,
                                TODAY,
                                TODAY,
                                Optional.of(NOW)),
                        new PaymentCompleted(ID, NOW));
    }

    @Test
    void what_is_left_on_a_closed_account_is_handed_out_and_no_overdraft() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("50.00")), new AccountClosed(ALICES, "Moved", NOW));

        bank.when(by(TELLER, withdrawal(pounds("50.01")))).thenRefused(Reason.ACCOUNT_INACTIVE);
        bank.when(by(TELLER, withdrawal(pounds("50.00")))).thenAnswered(PaymentDetails.class);
        bank.when(new CreatePayment(PaymentId.next(), withdrawal(pounds("0.01")), TELLER))
                .thenRefused(Reason.ACCOUNT_INACTIVE);
    }

    @Test
    void customers_do_not_handle_cash_themselves() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("50.00")));

        bank.when(by(ALICE, deposit(pounds("1.00")))).thenRefused(Reason.INSUFFICIENT_PERMISSIONS);
        bank.when(by(ALICE, withdrawal(pounds("1.00")))).thenRefused(Reason.INSUFFICIENT_PERMISSIONS);
    }

    @Test
    void administrators_and_the_service_itself_may_deposit() {
        bank.given(aliceHasAnAccount()).when(by(ADMIN, deposit(pounds("1.00")))).thenAnswered(PaymentDetails.class);

        new SpanningFixture()
                .given(aliceHasAnAccount())
                .when(by(Caller.system(), deposit(pounds("1.00"))))
                .thenAnswered(PaymentDetails.class);
    }

    @Test
    void cash_goes_to_and_comes_from_accounts_that_exist() {
        bank.when(by(TELLER, deposit(pounds("1.00")))).thenRefused(Reason.ACCOUNT_NOT_FOUND);
        bank.when(by(TELLER, withdrawal(pounds("1.00")))).thenRefused(Reason.ACCOUNT_NOT_FOUND);
    }

    @Test
    void a_deposit_may_exceed_the_single_limit_and_a_withdrawal_may_not() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("50000.00")));

        bank.when(by(TELLER, withdrawal(pounds("10000.01")))).thenRefused(Reason.AMOUNT_EXCEEDS_LIMIT);
        bank.when(by(TELLER, deposit(pounds("10000.01")))).thenAnswered(PaymentDetails.class);
    }

    @Test
    void nobody_withdraws_more_than_there_is() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("50.00")))
                .when(by(TELLER, withdrawal(pounds("50.01"))))
                .thenRefused(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void cash_is_of_the_accounts_currency() {
        bank.given(aliceHasAnAccount()).when(by(TELLER, deposit(euros("1.00")))).thenRefused(Reason.CURRENCY_MISMATCH);
    }

    @Test
    void a_deposit_that_no_balance_can_hold_is_refused() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, new Money(Money.MOST_MINOR_UNITS - 99, GBP)))
                .when(by(TELLER, deposit(pounds("1.00"))))
                .thenRefused(Reason.BALANCE_OUT_OF_RANGE);
    }
}
