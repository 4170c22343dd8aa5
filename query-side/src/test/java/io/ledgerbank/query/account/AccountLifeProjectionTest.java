package io.ledgerbank.query.account;

import static io.ledgerbank.query.Books.GBP;
import static io.ledgerbank.query.Books.NOW;
import static io.ledgerbank.query.Books.TODAY;
import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.account.AccountClosed;
import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountFrozen;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountRenamed;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.AccountUnfrozen;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.LimitsChanged;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.ProjectionName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccountLifeProjectionTest extends ReadModelTest {

    @Autowired
    private AccountQueries accounts;

    @Test
    void an_account_follows_its_life() {
        AccountId id = books.open(alice);
        books.append(new AccountRenamed(id, "Rainy days", NOW), new AccountFrozen(id, "Card stolen", NOW));
        caughtUp(ProjectionName.ACCOUNTS);
        assertThat(accounts.account(id, asAlice).name()).isEqualTo("Rainy days");
        assertThat(accounts.account(id, asAlice).status()).isEqualTo(AccountStatus.FROZEN);

        books.append(new AccountUnfrozen(id, NOW));
        caughtUp(ProjectionName.ACCOUNTS);
        assertThat(accounts.account(id, asAlice).status()).isEqualTo(AccountStatus.ACTIVE);

        books.append(new AccountClosed(id, "Moved away", NOW));
        caughtUp(ProjectionName.ACCOUNTS);
        assertThat(accounts.account(id, asAlice).status()).isEqualTo(AccountStatus.CLOSED);
    }

    @Test
    void changed_limits_and_the_overdraft_are_shown() {
        AccountId id = books.open(alice);
        AccountLimits limits = new AccountLimits(pounds("1"), pounds("2"), pounds("3"));
        books.append(new LimitsChanged(id, limits, pounds("50"), NOW));
        books.deposit(id, pounds("10"));
        caughtUp(ProjectionName.ACCOUNTS);

        AccountDetails account = accounts.account(id, asAlice);

        assertThat(account.limits()).isEqualTo(limits);
        assertThat(account.overdraftLimit()).isEqualTo(pounds("50"));
        assertThat(account.available()).isEqualTo(pounds("60"));
    }

    @Test
    void open_holds_are_listed_newest_first_until_they_end() {
        AccountId id = books.open(alice);
        books.deposit(id, pounds("100"));
        PaymentId settled = books.order(id, pounds("1"));
        PaymentId failed = books.order(id, pounds("2"));
        PaymentId first = books.order(id, pounds("3"));
        PaymentId second = books.order(id, pounds("4"));
        books.settle(settled, id, pounds("1"));
        books.refuse(failed, id, pounds("2"));
        caughtUp(ProjectionName.ACCOUNTS);

        Page<HoldDetails> newest = accounts.holds(id, new Paging(1, Optional.empty()), asAlice);
        Page<HoldDetails> older = accounts.holds(id, new Paging(1, newest.nextCursor()), STAFF);

        assertThat(newest.items()).extracting(HoldDetails::paymentId).containsExactly(second);
        assertThat(older.items()).extracting(HoldDetails::paymentId).containsExactly(first);
        assertThat(older.nextCursor()).isEmpty();
        HoldDetails hold = newest.items().getFirst();
        assertThat(hold.amount()).isEqualTo(pounds("4"));
        assertThat(hold.counterparty().orElseThrow().name()).contains(Books.CAROL.name());
        assertThat(hold.remittanceInformation()).contains("Invoice");
        assertThat(hold.heldAt()).contains(NOW);
        assertThat(hold.bookingDate()).contains(TODAY);
        assertThatThrownBy(() -> accounts.holds(id, new Paging(1, Optional.empty()), asBob))
                .hasMessageStartingWith("account_not_found");
    }

    @Test
    void a_hold_of_the_first_revision_is_listed_with_what_it_said() {
        AccountId id = books.open(alice);
        PaymentId payment = PaymentId.next();
        books.append(new FundsHeld(id, payment, pounds("5"), Optional.empty()));
        caughtUp(ProjectionName.ACCOUNTS);

        HoldDetails hold = accounts.holds(id, new Paging(20, Optional.empty()), asAlice)
                .items()
                .getFirst();

        assertThat(hold.paymentId()).isEqualTo(payment);
        assertThat(hold.counterparty()).isEmpty();
        assertThat(hold.heldAt()).isEmpty();
    }

    @Test
    void health_counts_what_was_paid_and_what_is_on_its_way() {
        AccountId id = books.open(alice);
        books.deposit(id, pounds("5000"));
        books.withdraw(id, pounds("200"));
        PaymentId failed = books.order(id, pounds("100"));
        books.order(id, pounds("133.33"));
        books.refuse(failed, id, pounds("100"));
        caughtUp(ProjectionName.ACCOUNTS);

        AccountHealth health = accounts.health(id, asAlice);

        assertThat(health.day()).isEqualTo(TODAY);
        assertThat(health.daily()).isEqualTo(allowance("1000", "333.33", "666.67", 33));
        assertThat(health.monthly()).isEqualTo(allowance("20000", "333.33", "19666.67", 1));
        assertThat(health.available()).isEqualTo(pounds("4666.67"));
        assertThat(health.canPay()).isTrue();
        assertThat(accounts.health(id, STAFF)).isEqualTo(health);
        assertThatThrownBy(() -> accounts.health(id, asBob)).hasMessageStartingWith("account_not_found");
    }

    @Test
    void what_was_spent_on_an_earlier_day_counts_in_its_month_only() {
        AccountId id = books.open(alice);
        PaymentId payment = PaymentId.next();
        books.append(
                books.heldOn(id, payment, pounds("10"), TODAY.minusDays(1)),
                books.heldOn(id, PaymentId.next(), pounds("5"), TODAY.minusMonths(1)));
        caughtUp(ProjectionName.ACCOUNTS);

        assertThat(accounts.health(id, asAlice).daily().spent()).isEqualTo(Money.zero(GBP));
        assertThat(accounts.health(id, asAlice).monthly().spent()).isEqualTo(pounds("10"));

        books.append(new HoldReleased(id, payment, pounds("10"), Optional.of(TODAY.minusDays(1))));
        caughtUp(ProjectionName.ACCOUNTS);
        assertThat(accounts.health(id, asAlice).monthly().spent()).isEqualTo(Money.zero(GBP));
    }

    @Test
    void who_is_frozen_or_has_nothing_left_cannot_pay() {
        AccountId poor = books.open(alice);
        AccountId spent = books.open(alice);
        books.deposit(spent, pounds("2000"));
        books.withdraw(spent, pounds("1000"));
        AccountId frozen = books.open(alice);
        books.deposit(frozen, pounds("2000"));
        books.append(new AccountFrozen(frozen, "Card stolen", NOW));
        caughtUp(ProjectionName.ACCOUNTS);

        assertThat(accounts.health(poor, asAlice).canPay()).isFalse();
        assertThat(accounts.health(spent, asAlice).canPay()).isFalse();
        assertThat(accounts.health(spent, asAlice).daily().utilisation()).isEqualTo(100);
        assertThat(accounts.health(frozen, asAlice).canPay()).isFalse();
    }

    @Test
    void a_limit_below_what_is_spent_leaves_nothing_and_is_over_used() {
        assertThat(Allowance.of(pounds("10"), pounds("25"))).isEqualTo(allowance("10", "25", "0", 250));
        assertThat(Allowance.of(pounds("0"), pounds("0"))).isEqualTo(allowance("0", "0", "0", 100));
    }

    private static Allowance allowance(String limit, String spent, String remaining, int utilisation) {
        return new Allowance(pounds(limit), pounds(spent), pounds(remaining), utilisation);
    }
}
