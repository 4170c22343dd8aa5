package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.money.Money;
import java.util.Currency;

/**
 * What a new account starts with.
 *
 * @param singleLimit the most that one payment may debit, in whole units of the account's currency
 */
public record AccountDefaults(long singleLimit) {

    public AccountDefaults {
        if (singleLimit <= 0) {
            throw new IllegalArgumentException("An account's single limit is positive, not " + singleLimit);
        }
    }

    AccountLimits limitsIn(Currency currency) {
        return new AccountLimits(Money.of(Long.toString(singleLimit), currency));
    }
}
