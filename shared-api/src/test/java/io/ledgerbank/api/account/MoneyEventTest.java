package io.ledgerbank.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.Examples;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.ledger.LedgerAccount;
import io.ledgerbank.api.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyEventTest {

    @ParameterizedTest
    @MethodSource("io.ledgerbank.api.Examples#moneyEvents")
    void books_entries_that_sum_to_zero(MoneyEvent event) {
        Money sum = event.entries().stream()
                .map(Entry::change)
                .reduce(Money.zero(event.amount().currency()), Money::plus);

        assertThat(sum.minorUnits()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.ledgerbank.api.Examples#moneyEvents")
    void books_on_the_customer_and_on_the_contra_account(MoneyEvent event) {
        assertThat(event.entries())
                .extracting(Entry::account)
                .containsExactly(new LedgerAccount.Customer(Examples.ALICES_ACCOUNT), event.contra());
    }

    @ParameterizedTest
    @MethodSource("io.ledgerbank.api.Examples#moneyEvents")
    void a_credit_adds_to_the_customers_balance_and_a_debit_takes_from_it(MoneyEvent event) {
        Money change = event.entries().getFirst().change();

        assertThat(change.isPositive()).isEqualTo(event instanceof AccountCredited || event instanceof ReturnCredited);
        assertThat(event.entries().getLast().account()).isInstanceOf(InternalAccount.class);
    }
}
