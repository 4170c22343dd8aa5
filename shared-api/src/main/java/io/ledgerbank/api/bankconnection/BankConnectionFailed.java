package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.BankConnectionId;
import java.time.Instant;

/** The bank could not be read, for a reason that may pass. */
public record BankConnectionFailed(BankConnectionId connectionId, Reason reason, Instant failedAt)
        implements BankConnectionEvent {}
