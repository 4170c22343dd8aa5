package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.Spending;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import java.time.LocalDate;

/**
 * What an account can pay, and how much of its limits is used up.
 *
 * @param day today in the bank's zone
 * @param canPay whether it could pay anything at all now
 */
public record AccountHealth(
        AccountId accountId,
        AccountStatus status,
        Money posted,
        Money held,
        Money available,
        Money overdraftLimit,
        Money singleLimit,
        LocalDate day,
        Allowance daily,
        Allowance monthly,
        boolean canPay) {

    static AccountHealth of(AccountDetails account, Spending spending, LocalDate today) {
        Allowance daily =
                Allowance.of(account.limits().dailyLimit(), new Money(spending.on(today), account.currency()));
        Allowance monthly =
                Allowance.of(account.limits().monthlyLimit(), new Money(spending.inMonthOf(today), account.currency()));
        return new AccountHealth(
                account.id(),
                account.status(),
                account.posted(),
                account.held(),
                account.available(),
                account.overdraftLimit(),
                account.limits().singleLimit(),
                today,
                daily,
                monthly,
                canPay(account, daily, monthly));
    }

    private static boolean canPay(AccountDetails account, Allowance daily, Allowance monthly) {
        return account.status() == AccountStatus.ACTIVE
                && account.available().isPositive()
                && account.limits().singleLimit().isPositive()
                && daily.remaining().isPositive()
                && monthly.remaining().isPositive();
    }
}
