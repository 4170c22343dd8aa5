package io.ledgerbank.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpendingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @Test
    void counts_by_day_and_by_month() {
        Spending spending = Spending.NONE.taken(DAY, 10).taken(DAY, 5).taken(DAY.plusDays(1), 3);

        assertThat(spending.on(DAY.plusDays(1))).isEqualTo(3);
        assertThat(spending.inMonthOf(DAY.plusDays(1))).isEqualTo(18);
    }

    @Test
    void a_day_or_month_without_payments_is_unspent() {
        Spending spending = Spending.NONE.taken(DAY, 10);

        assertThat(spending.on(DAY.plusDays(1))).isZero();
        assertThat(spending.inMonthOf(DAY.plusDays(1))).isEqualTo(10);
        assertThat(spending.inMonthOf(DAY.plusMonths(1))).isZero();
        assertThat(spending.inMonthOf(DAY.plusYears(1))).isZero();
    }

    @Test
    void gives_back_to_the_day_and_the_month_it_was_taken_from() {
        Spending spending = Spending.NONE.taken(DAY, 10).taken(DAY.plusDays(1), 3);

        assertThat(spending.givenBack(DAY, 10)).isEqualTo(new Spending(DAY.plusDays(1), 3, 3));
        assertThat(spending.givenBack(DAY.plusDays(1), 3)).isEqualTo(new Spending(DAY.plusDays(1), 0, 10));
        assertThat(spending.givenBack(DAY.minusMonths(1), 10)).isEqualTo(spending);
    }

    @Test
    void what_a_bank_sends_back_counts_no_longer_on_the_day_of_its_hold() {
        Spending spending = Spending.NONE.taken(DAY, 10).taken(DAY.plusDays(1), 3);
        ReturnCredited returned = new ReturnCredited(
                AccountId.next(),
                PaymentId.next(),
                new Money(10, Currency.getInstance("GBP")),
                InternalAccount.CASH,
                Counterparty.cash(),
                "Rent",
                DAY.plusDays(2),
                DAY.plusDays(2),
                Optional.of(DAY));

        assertThat(spending.after(returned)).isEqualTo(new Spending(DAY.plusDays(1), 3, 3));
    }

    @Test
    void a_clock_that_is_behind_finds_the_latest_day_and_not_an_empty_one() {
        Spending spending = Spending.NONE.taken(DAY, 10);

        assertThat(spending.on(DAY.minusDays(1))).isEqualTo(10);
        assertThat(spending.taken(DAY.minusDays(1), 3)).isEqualTo(new Spending(DAY, 10, 13));
    }
}
