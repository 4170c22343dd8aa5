package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import java.time.Instant;

/** A frozen account pays again. */
public record AccountUnfrozen(AccountId accountId, Instant unfrozenAt) implements AccountChanged {}
