package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.money.Money;

/** What is posted and held on an account, in minor units, and the position of the last event that it reflects. */
record AccountFunds(long posted, long held, long lastPosition) {

    static AccountFunds whenOpened(long position) {
        return new AccountFunds(0, 0, position);
    }

    AccountFunds after(AccountEvent event, long position) {
        return switch (event) {
            case AccountOpened opened -> this;
            case FundsHeld held -> plus(none(held.amount()), held.amount(), position);
            case HoldReleased released ->
                plus(none(released.amount()), released.amount().negated(), position);
            case HoldCaptured captured ->
                plus(captured.amount().negated(), captured.amount().negated(), position);
            case AccountDebited debited -> plus(debited.amount().negated(), none(debited.amount()), position);
            case AccountCredited credited -> plus(credited.amount(), none(credited.amount()), position);
        };
    }

    private AccountFunds plus(Money toPosted, Money toHeld, long position) {
        return new AccountFunds(
                Math.addExact(posted, toPosted.minorUnits()), Math.addExact(held, toHeld.minorUnits()), position);
    }

    private static Money none(Money amount) {
        return Money.zero(amount.currency());
    }
}
