package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.BankConnectionId;
import java.time.Instant;

/** The bank gives no access any more; nothing but a new link helps. */
public record BankConnectionExpired(BankConnectionId connectionId, Reason reason, Instant expiredAt)
        implements BankConnectionEvent {}
