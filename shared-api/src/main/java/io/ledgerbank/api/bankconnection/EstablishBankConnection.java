package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.user.Caller;

/** Record that the bank has given access to what the caller has there. */
public record EstablishBankConnection(BankConnectionId connectionId, Caller caller) {}
