package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.money.Money;
import java.util.Currency;
import java.util.Map;

/**
 * What a new account starts with, in whole units of its currency.
 *
 * @param singleLimit the most that one payment may debit, whatever the account's type
 * @param dailyLimits of those types that have others than usual
 * @param monthlyLimits of those types that have others than twenty times their daily one
 */
public record AccountDefaults(
        long singleLimit, Map<AccountType, Long> dailyLimits, Map<AccountType, Long> monthlyLimits) {

    private static final int MONTH_IN_DAILY_LIMITS = 20;

    /** Beyond it, the currency with the smallest minor unit could not express the limit. */
    private static final long HIGHEST = 99_999_999_999_999L;

    /** @throws IllegalArgumentException when a limit is not positive or beyond what every currency can express */
    public AccountDefaults {
        dailyLimits = Map.copyOf(dailyLimits);
        monthlyLimits = Map.copyOf(monthlyLimits);
        requireUsable("single limit", singleLimit);
        for (AccountType type : AccountType.values()) {
            requireUsable("daily limit of " + type, daily(type, dailyLimits));
            requireUsable("monthly limit of " + type, monthly(type, dailyLimits, monthlyLimits));
        }
    }

    /** The same single limit, and the usual others. */
    public static AccountDefaults withSingleLimit(long singleLimit) {
        return new AccountDefaults(singleLimit, Map.of(), Map.of());
    }

    AccountLimits limitsOf(AccountType type, Currency currency) {
        return new AccountLimits(
                money(singleLimit, currency),
                money(daily(type, dailyLimits), currency),
                money(monthly(type, dailyLimits, monthlyLimits), currency));
    }

    private static long daily(AccountType type, Map<AccountType, Long> given) {
        return given.getOrDefault(
                type,
                switch (type) {
                    case CHECKING -> 1_000L;
                    case SAVINGS -> 500L;
                    case CREDIT -> 2_000L;
                    case INVESTMENT -> 5_000L;
                });
    }

    private static long monthly(AccountType type, Map<AccountType, Long> givenDaily, Map<AccountType, Long> given) {
        return given.getOrDefault(type, Math.multiplyExact(MONTH_IN_DAILY_LIMITS, daily(type, givenDaily)));
    }

    private static Money money(long wholeUnits, Currency currency) {
        return Money.of(Long.toString(wholeUnits), currency);
    }

    private static void requireUsable(String name, long limit) {
        if (limit <= 0 || limit > HIGHEST) {
            throw new IllegalArgumentException(
                    "An account's %s is from 1 to %d, not %d".formatted(name, HIGHEST, limit));
        }
    }
}
