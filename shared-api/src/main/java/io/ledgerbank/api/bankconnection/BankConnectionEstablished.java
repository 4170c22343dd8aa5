package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.id.BankConnectionId;
import java.time.Instant;

/** The bank lets us see what its customer has there. */
public record BankConnectionEstablished(BankConnectionId connectionId, Instant establishedAt)
        implements BankConnectionEvent {}
