package io.ledgerbank.query.explanation;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountRenamed;
import io.ledgerbank.api.account.LimitsChanged;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.payment.BankCall;
import io.ledgerbank.query.payment.PaymentStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ExplanationsTest extends ReadModelTest {

    @Autowired
    private Explanations explanations;

    @Test
    void every_change_is_explained_newest_first_and_adds_up() {
        AccountId account = liveAccount();

        List<BalanceChange> changes = all(account, asAlice, 100);

        assertThat(changes)
                .extracting(BalanceChange::type)
                .containsExactly(
                        "HoldReleased",
                        "FundsHeld",
                        "HoldCaptured",
                        "LimitsChanged",
                        "FundsHeld",
                        "AccountDebited",
                        "AccountCredited");
        assertThat(changes)
                .extracting(change -> change.after().available())
                .containsExactly(
                        pounds("100"),
                        pounds("95"),
                        pounds("100"),
                        pounds("100"),
                        pounds("50"),
                        pounds("70"),
                        pounds("100"));
        assertThat(changes.getFirst().after()).isEqualTo(new Amounts(pounds("50"), pounds("0"), pounds("100")));
        assertThat(changes.get(3).change()).isEqualTo(new Amounts(pounds("0"), pounds("0"), pounds("50")));
        assertThat(changes.get(2).change()).isEqualTo(new Amounts(pounds("-20"), pounds("-20"), pounds("0")));
        assertAddsUp(changes);
    }

    @Test
    void parts_of_any_size_tell_the_same() {
        AccountId account = liveAccount();
        List<BalanceChange> whole = all(account, asAlice, 100);

        assertThat(all(account, asAlice, 1)).isEqualTo(whole);
        assertThat(all(account, asAlice, 3)).isEqualTo(whole);
    }

    @Test
    void what_the_bank_said_is_told_with_the_change_that_it_brought_about() {
        AccountId account = liveAccount();

        List<BalanceChange> changes = all(account, asAlice, 100);

        BalanceChange captured = changes.get(2);
        assertThat(captured.counterparty()).flatMap(other -> other.name()).contains("Carol");
        assertThat(captured.payment()).hasValueSatisfying(cause -> {
            assertThat(cause.type()).isEqualTo(PaymentType.PAYMENT);
            assertThat(cause.steps()).extracting(PaymentStep::type).containsExactly("PaymentSettled");
            assertThat(cause.bankCall())
                    .flatMap(BankCall::answer)
                    .flatMap(BankCall.Answer::bankReference)
                    .contains("SIM-1");
        });
        assertThat(changes.get(4).payment()).hasValueSatisfying(cause -> {
            assertThat(cause.steps()).extracting(PaymentStep::type).containsExactly("PaymentCreated");
            assertThat(cause.bankCall()).isEmpty();
        });
    }

    @Test
    void another_customers_payment_is_nobodys_business_but_its_money_is() {
        AccountId alices = books.open(alice);
        AccountId bobs = books.open(bob);
        books.deposit(alices, pounds("100"));
        PaymentId id = books.under("lunch").transfer(alices, bobs, pounds("30"));
        allCaughtUp();

        BalanceChange credited = all(bobs, asBob, 10).getFirst();

        assertThat(credited.paymentId()).contains(id);
        assertThat(credited.remittanceInformation()).contains("Lunch");
        assertThat(credited.payment()).isEmpty();
        assertThat(all(bobs, STAFF, 10).getFirst().payment()).isPresent();
    }

    @Test
    void it_is_for_the_owner_and_for_staff() {
        AccountId account = books.open(alice);
        allCaughtUp();

        assertThat(all(account, STAFF, 10)).isEmpty();
        assertThatThrownBy(() -> explanations.changes(account, first(10), asBob))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("account_not_found");
        assertThatThrownBy(() -> explanations.changes(account, new Paging(10, Optional.of("bm9uc2Vuc2U")), asAlice))
                .hasMessageContaining("invalid_cursor");
    }

    private AccountId liveAccount() {
        AccountId account = books.open(alice);
        books.under("in").deposit(account, pounds("100"));
        books.under("out").transfer(account, books.open(bob), pounds("30"));
        PaymentId settled = books.under("order").order(account, pounds("20"));
        books.under("attempt").attempt(settled, 1);
        books.append(
                new AccountRenamed(account, "Other", Books.NOW),
                new LimitsChanged(
                        account,
                        new AccountLimits(pounds("1000"), pounds("1000"), pounds("2000")),
                        pounds("50"),
                        Books.NOW));
        books.under("settle").settle(settled, account, pounds("20"));
        PaymentId refused = books.under("another").order(account, pounds("5"));
        books.under("refuse").refuse(refused, account, pounds("5"));
        allCaughtUp();
        return account;
    }

    private List<BalanceChange> all(AccountId account, Caller caller, int limit) {
        List<BalanceChange> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<BalanceChange> page = explanations.changes(account, new Paging(limit, cursor), caller);
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return all;
    }

    private static void assertAddsUp(List<BalanceChange> newestFirst) {
        for (int i = 1; i < newestFirst.size(); i++) {
            assertThat(newestFirst
                            .get(i - 1)
                            .after()
                            .minus(newestFirst.get(i - 1).change()))
                    .isEqualTo(newestFirst.get(i).after());
        }
        BalanceChange first = newestFirst.getLast();
        assertThat(first.after()).isEqualTo(first.change());
    }
}
