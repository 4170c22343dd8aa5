package io.ledgerbank.api.account;

/** Something besides its money has changed about an account. */
public sealed interface AccountChanged extends AccountEvent
        permits AccountRenamed, AccountFrozen, AccountUnfrozen, AccountClosed, LimitsChanged {}
