package io.ledgerbank.query.audit;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.projection.ProjectionName;
import java.math.BigInteger;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class TrialBalanceTest extends ReadModelTest {

    @Autowired
    private TrialBalances trialBalances;

    @Test
    void the_books_of_every_currency_balance() {
        AccountId alices = books.open(alice);
        AccountId bobs = books.open(bob);
        books.deposit(alices, pounds("100"));
        books.transfer(alices, bobs, pounds("30"));
        PaymentId settled = books.order(alices, pounds("20"));
        books.settle(settled, alices, pounds("20"));
        PaymentId refused = books.order(alices, pounds("10"));
        books.refuse(refused, alices, pounds("10"));
        AccountId yen = books.open(alice, Currency.getInstance("JPY"));
        books.deposit(yen, Money.of("500", Currency.getInstance("JPY")));
        caughtUp(ProjectionName.ENTRIES);

        TrialBalance balance = trialBalances.now(STAFF);

        assertThat(balance.position()).isEqualTo(head());
        assertThat(balance.currencies())
                .extracting(in -> in.currency().getCurrencyCode())
                .contains("GBP", "JPY");
        assertThat(balance.currencies())
                .allSatisfy(in -> assertThat(in.difference()).isEqualTo(Total.zero(in.currency())));
        assertThat(line(balance, alices).balance().decimal()).isEqualTo("50.00");
        assertThat(line(balance, alices).debits().decimal()).isEqualTo("50.00");
        assertThat(line(balance, bobs).balance().decimal()).isEqualTo("30.00");
        assertThat(line(balance, yen).credits().decimal()).isEqualTo("500");
    }

    @Test
    void nothing_stays_in_clearing() {
        AccountId alices = books.open(alice);
        books.deposit(alices, pounds("100"));
        books.transfer(alices, books.open(bob), pounds("30"));
        caughtUp(ProjectionName.ENTRIES);

        assertThat(line(trialBalances.now(STAFF), "clearing").balance().decimal())
                .isEqualTo("0.00");
    }

    @Test
    void what_a_bank_contradicts_stands_in_suspense_until_a_person_has_found_out() {
        AccountId alices = books.open(alice);
        books.deposit(alices, pounds("100"));
        PaymentId id = books.order(alices, pounds("20"));
        books.attempt(id, 1);
        books.refuse(id, alices, pounds("20"));
        caughtUp(ProjectionName.ENTRIES);
        BigInteger before = suspense();

        books.contradict(id, pounds("20"));
        caughtUp(ProjectionName.ENTRIES);

        assertThat(suspense()).isEqualTo(before.subtract(BigInteger.valueOf(2000)));
        assertThat(trialBalances.now(STAFF).currencies())
                .allSatisfy(in -> assertThat(in.difference()).isEqualTo(Total.zero(in.currency())));
        assertThat(line(trialBalances.now(STAFF), alices).balance().decimal()).isEqualTo("100.00");

        books.believeOurselves(id, pounds("20"));
        caughtUp(ProjectionName.ENTRIES);

        assertThat(suspense()).isEqualTo(before);
    }

    private BigInteger suspense() {
        return trialBalances.now(STAFF).currencies().stream()
                .filter(in -> in.currency().equals(Books.GBP))
                .flatMap(in -> in.accounts().stream())
                .filter(line -> line.account().equals("suspense"))
                .map(line -> line.balance().minorUnits())
                .findFirst()
                .orElse(BigInteger.ZERO);
    }

    @Test
    void sums_may_outgrow_what_an_amount_can_be() {
        Currency francs = Currency.getInstance("CHF");
        Money large = Money.of("9999999999999999.99", francs);
        for (int i = 0; i < 12; i++) {
            AccountId id = books.open(alice, francs);
            books.deposit(id, large);
        }
        caughtUp(ProjectionName.ENTRIES);

        assertThat(trialBalances.now(STAFF).currencies())
                .filteredOn(in -> in.currency().equals(francs))
                .singleElement()
                .satisfies(in -> assertThat(in.debits().decimal()).isEqualTo("119999999999999999.88"));
    }

    @Test
    void a_sum_is_written_like_money() {
        assertThat(JsonMapper.shared().writeValueAsString(Total.zero(Currency.getInstance("GBP"))))
                .isEqualTo(JsonMapper.shared().writeValueAsString(pounds("0")));
    }

    private static TrialBalance.AccountLine line(TrialBalance balance, Object account) {
        return balance.currencies().stream()
                .flatMap(in -> in.accounts().stream())
                .filter(line -> line.account().equals(account.toString()))
                .findFirst()
                .orElseThrow();
    }
}
