package io.ledgerbank.api.bank;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** Something else is said of a bank from now on. */
public record BankChanged(BankCode bank, BankProfile profile, UserId changedBy, Instant changedAt)
        implements BankEvent {}
