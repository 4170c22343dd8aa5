package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import java.time.Instant;

/** An account has another name. */
public record AccountRenamed(AccountId accountId, String name, Instant renamedAt) implements AccountChanged {}
