package io.ledgerbank.api.bank;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** There is a bank that was not known before. */
public record BankAdded(BankCode bank, BankProfile profile, UserId addedBy, Instant addedAt) implements BankEvent {}
