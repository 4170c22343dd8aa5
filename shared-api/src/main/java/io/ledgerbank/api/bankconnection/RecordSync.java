package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.id.BankConnectionId;

/** Record how reading a bank through a link went. What says nothing new about an open link is no event. */
public record RecordSync(BankConnectionId connectionId, SyncOutcome outcome) {}
