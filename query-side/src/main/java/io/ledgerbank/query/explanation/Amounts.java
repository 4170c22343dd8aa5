package io.ledgerbank.query.explanation;

import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.account.AccountBalance;

/** What an account is worth, or what one event has changed about that; any of it may be negative. */
public record Amounts(Money posted, Money held, Money available) {

    static Amounts of(AccountBalance balance) {
        return new Amounts(balance.posted(), balance.held(), balance.available());
    }

    /** What becomes of it when so much is posted and set aside, and the overdraft stays. */
    static Amounts change(Money posted, Money held) {
        return new Amounts(posted, held, posted.minus(held));
    }

    Amounts minus(Amounts other) {
        return new Amounts(posted.minus(other.posted), held.minus(other.held), available.minus(other.available));
    }
}
