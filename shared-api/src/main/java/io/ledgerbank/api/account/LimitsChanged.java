package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import java.time.Instant;

/**
 * From now on an account may pay as much as this.
 *
 * @param overdraftLimit how far below zero it may go
 */
public record LimitsChanged(AccountId accountId, AccountLimits limits, Money overdraftLimit, Instant changedAt)
        implements AccountChanged {}
