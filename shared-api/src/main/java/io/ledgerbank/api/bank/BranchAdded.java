package io.ledgerbank.api.bank;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A bank has a branch that was not known before. */
public record BranchAdded(BankCode bank, Branch branch, UserId addedBy, Instant addedAt) implements BankEvent {}
