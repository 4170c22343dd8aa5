package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.id.BankConnectionId;
import java.time.Instant;

/** The bank can be read again. */
public record BankConnectionRecovered(BankConnectionId connectionId, Instant recoveredAt)
        implements BankConnectionEvent {}
