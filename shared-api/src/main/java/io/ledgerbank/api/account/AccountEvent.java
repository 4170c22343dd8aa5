package io.ledgerbank.api.account;

/** What happened to an account. */
public sealed interface AccountEvent permits AccountOpened, FundsHeld, HoldReleased, MoneyEvent {

    AccountId accountId();
}
