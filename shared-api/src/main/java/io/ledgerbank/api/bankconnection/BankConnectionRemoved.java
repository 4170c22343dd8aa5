package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.id.BankConnectionId;
import java.time.Instant;

/** The customer ended the link; what the bank had given us is forgotten. */
public record BankConnectionRemoved(BankConnectionId connectionId, Instant removedAt) implements BankConnectionEvent {}
