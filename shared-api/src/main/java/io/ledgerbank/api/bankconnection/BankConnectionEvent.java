package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.id.BankConnectionId;

/** What happened to a customer's link to an outside bank. No event has a secret of that bank's in it. */
public sealed interface BankConnectionEvent
        permits BankConnectionRequested,
                BankConnectionEstablished,
                BankConnectionFailed,
                BankConnectionRecovered,
                BankConnectionExpired,
                BankConnectionRemoved {

    BankConnectionId connectionId();
}
