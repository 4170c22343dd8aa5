package io.ledgerbank.query;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.account.EntryFilter;
import io.ledgerbank.query.audit.EventFilter;
import io.ledgerbank.query.audit.EventLog;
import io.ledgerbank.query.audit.TrialBalances;
import io.ledgerbank.query.payment.PaymentFilter;
import io.ledgerbank.query.payment.PaymentQueries;
import io.ledgerbank.query.payment.SagaFilter;
import io.ledgerbank.query.payment.SagaQueries;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OwnershipTest extends ReadModelTest {

    private static final PaymentFilter ANY_PAYMENT =
            new PaymentFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final EntryFilter ANY_ENTRY = new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty());
    private static final SagaFilter ANY_SAGA =
            new SagaFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final EventFilter ANY_EVENT =
            new EventFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Autowired
    private AccountQueries accounts;

    @Autowired
    private PaymentQueries payments;

    @Autowired
    private SagaQueries sagas;

    @Autowired
    private EventLog log;

    @Autowired
    private TrialBalances trialBalances;

    private AccountId alices;
    private AccountId bobs;
    private PaymentId payment;

    @BeforeEach
    void alice_pays_bob() {
        alices = books.open(alice);
        bobs = books.open(bob);
        books.deposit(alices, pounds("100"));
        payment = books.transfer(alices, bobs, pounds("30"));
        allCaughtUp();
    }

    @Test
    void owners_and_staff_see_an_account() {
        assertThat(accounts.account(alices, asAlice).id()).isEqualTo(alices);
        assertThat(accounts.account(alices, STAFF).id()).isEqualTo(alices);
    }

    @Test
    void somebody_elses_account_does_not_exist() {
        assertMissing("account_not_found", () -> accounts.account(alices, asBob));
        assertMissing("account_not_found", () -> accounts.balance(alices, asBob));
        assertMissing("account_not_found", () -> accounts.entries(alices, ANY_ENTRY, first(20), asBob));
        assertMissing("account_not_found", () -> accounts.holds(alices, first(20), asBob));
        assertMissing("account_not_found", () -> accounts.health(alices, asBob));
    }

    @Test
    void an_account_that_does_not_exist_is_answered_alike() {
        AccountId nobodys = AccountId.next();

        assertMissing("account_not_found", () -> accounts.account(nobodys, asBob));
        assertMissing("account_not_found", () -> accounts.account(nobodys, STAFF));
    }

    @Test
    void a_list_of_accounts_shows_ones_own() {
        assertThat(accounts.accounts(asAlice, first(100)).items())
                .extracting(AccountDetails::id)
                .containsExactly(alices);
        assertThat(accounts.accounts(STAFF, first(100)).items())
                .extracting(AccountDetails::id)
                .contains(alices, bobs);
    }

    @Test
    void a_payment_is_seen_by_whose_it_is_and_by_staff() {
        assertThat(payments.payment(payment, asAlice).id()).isEqualTo(payment);
        assertThat(payments.payment(payment, STAFF).id()).isEqualTo(payment);
        assertMissing("payment_not_found", () -> payments.payment(payment, asBob));
        assertMissing("payment_not_found", () -> payments.state(payment, asBob));
        assertMissing("payment_not_found", () -> payments.payment(PaymentId.next(), STAFF));
    }

    @Test
    void a_list_of_payments_shows_ones_own_whatever_the_filter() {
        var toBobsAccount = new PaymentFilter(
                Optional.of(bobs), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(payments.payments(ANY_PAYMENT, first(100), asAlice).items())
                .extracting(PaymentDetails::id)
                .contains(payment);
        assertThat(payments.payments(ANY_PAYMENT, first(100), asBob).items()).isEmpty();
        assertThat(payments.payments(toBobsAccount, first(100), asBob).items()).isEmpty();
        assertThat(payments.payments(toBobsAccount, first(100), asAlice).items())
                .extracting(PaymentDetails::id)
                .containsExactly(payment);
    }

    @Test
    void customers_see_neither_sagas_nor_the_log_nor_the_trial_balance() {
        assertMissing("insufficient_permissions", () -> sagas.sagas(ANY_SAGA, first(20), asAlice));
        assertMissing("insufficient_permissions", () -> sagas.summary(asAlice));
        assertMissing("insufficient_permissions", () -> sagas.saga(payment, asAlice));
        assertMissing("insufficient_permissions", () -> log.events(ANY_EVENT, first(20), asAlice));
        assertMissing("insufficient_permissions", () -> log.ofPayment(payment, asAlice));
        assertMissing("insufficient_permissions", () -> trialBalances.now(asAlice));
    }

    private static void assertMissing(String code, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessageStartingWith(code + ":");
    }
}
