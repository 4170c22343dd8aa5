package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;
import java.util.Currency;

/** An account exists from now on, with nothing on it. */
public record AccountOpened(
        AccountId accountId,
        UserId ownerId,
        String name,
        AccountType type,
        Currency currency,
        Iban iban,
        AccountLimits limits,
        Instant openedAt)
        implements AccountEvent {}
