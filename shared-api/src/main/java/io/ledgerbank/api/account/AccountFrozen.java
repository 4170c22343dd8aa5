package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import java.time.Instant;

/** Nothing leaves the account any more but what was held already; what arrives is still credited. */
public record AccountFrozen(AccountId accountId, String reason, Instant frozenAt) implements AccountChanged {}
