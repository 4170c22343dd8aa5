package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountChanged;
import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.ReturnCredited;
import io.ledgerbank.api.account.Spending;
import io.ledgerbank.api.money.Money;

/**
 * What is posted and held on an account, in minor units, what its limits count, and the position of the last event that
 * all of it reflects.
 */
record AccountFunds(long posted, long held, Spending spending, long lastPosition) {

    static AccountFunds whenOpened(long position) {
        return new AccountFunds(0, 0, Spending.NONE, position);
    }

    AccountFunds after(AccountEvent event, long position) {
        return switch (event) {
            case AccountOpened opened -> this;
            case AccountChanged changed -> new AccountFunds(posted, held, spending, position);
            case FundsHeld hold -> plus(0, minorUnits(hold.amount()), event, position);
            case HoldReleased release -> plus(0, -minorUnits(release.amount()), event, position);
            case HoldCaptured capture ->
                plus(-minorUnits(capture.amount()), -minorUnits(capture.amount()), event, position);
            case AccountDebited debit -> plus(-minorUnits(debit.amount()), 0, event, position);
            case AccountCredited credit -> plus(minorUnits(credit.amount()), 0, event, position);
            case ReturnCredited credit -> plus(minorUnits(credit.amount()), 0, event, position);
        };
    }

    private AccountFunds plus(long toPosted, long toHeld, AccountEvent event, long position) {
        return new AccountFunds(
                Math.addExact(posted, toPosted), Math.addExact(held, toHeld), spending.after(event), position);
    }

    private static long minorUnits(Money amount) {
        return amount.minorUnits();
    }
}
