package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;

/** What happened to an account. */
public sealed interface AccountEvent permits AccountOpened, AccountChanged, FundsHeld, HoldReleased, MoneyEvent {

    AccountId accountId();
}
