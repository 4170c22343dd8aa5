package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountChanged;
import io.ledgerbank.api.account.AccountClosed;
import io.ledgerbank.api.account.AccountFrozen;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountRenamed;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.AccountUnfrozen;
import io.ledgerbank.api.account.LimitsChanged;
import io.ledgerbank.api.money.Money;

/** What of an account can change besides its money. Immutable. */
record Terms(String name, AccountStatus status, AccountLimits limits, Money overdraftLimit) {

    static Terms of(AccountOpened event) {
        return new Terms(event.name(), AccountStatus.ACTIVE, event.limits(), Money.zero(event.currency()));
    }

    Terms after(AccountChanged event) {
        return switch (event) {
            case AccountRenamed renamed -> new Terms(renamed.name(), status, limits, overdraftLimit);
            case AccountFrozen frozen -> with(AccountStatus.FROZEN);
            case AccountUnfrozen unfrozen -> with(AccountStatus.ACTIVE);
            case AccountClosed closed -> with(AccountStatus.CLOSED);
            case LimitsChanged changed -> new Terms(name, status, changed.limits(), changed.overdraftLimit());
        };
    }

    private Terms with(AccountStatus next) {
        return new Terms(name, next, limits, overdraftLimit);
    }
}
