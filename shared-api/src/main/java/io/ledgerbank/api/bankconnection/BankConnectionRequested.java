package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A customer asked to link accounts at a bank, which has yet to ask them. */
public record BankConnectionRequested(BankConnectionId connectionId, UserId ownerId, BankCode bank, Instant requestedAt)
        implements BankConnectionEvent {}
