package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.money.Money;

/** Whether limits take a second person: those that are raised, and beyond what an account of the type starts with. */
final class RaisingLimits {

    private RaisingLimits() {}

    /** @param usual what an account of this type and currency starts with, without any overdraft */
    static boolean needsSecondPerson(
            AccountFacts account, AccountLimits usual, AccountLimits wanted, Money wantedOverdraft) {
        AccountLimits present = account.limits();
        return exceeds(wanted.singleLimit(), present.singleLimit(), usual.singleLimit())
                || exceeds(wanted.dailyLimit(), present.dailyLimit(), usual.dailyLimit())
                || exceeds(wanted.monthlyLimit(), present.monthlyLimit(), usual.monthlyLimit())
                || exceeds(wantedOverdraft, account.overdraftLimit(), Money.zero(account.currency()));
    }

    private static boolean exceeds(Money wanted, Money present, Money usual) {
        return wanted.isGreaterThan(present) && wanted.isGreaterThan(usual);
    }
}
