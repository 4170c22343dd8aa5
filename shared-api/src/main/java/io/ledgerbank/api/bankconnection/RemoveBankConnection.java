package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.user.Caller;

/** End a link. To anybody but its owner it does not exist. */
public record RemoveBankConnection(BankConnectionId connectionId, Caller caller) {}
