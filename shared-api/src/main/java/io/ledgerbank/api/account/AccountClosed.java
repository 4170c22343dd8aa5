package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import java.time.Instant;

/** An empty account was closed for good; nothing is booked on it any more. */
public record AccountClosed(AccountId accountId, String reason, Instant closedAt) implements AccountChanged {}
