package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.user.Caller;

/**
 * Let an account pay more or less.
 *
 * @param overdraftLimit how far below zero it may go
 * @param reason why, in 1 to 255 printable characters
 */
public record ChangeLimits(
        AccountId accountId, AccountLimits limits, Money overdraftLimit, String reason, Caller caller)
        implements AccountChange {}
