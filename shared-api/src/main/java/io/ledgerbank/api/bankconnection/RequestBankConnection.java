package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.user.Caller;

/** Link what the caller has at a bank. */
public record RequestBankConnection(BankConnectionId connectionId, BankCode bank, Caller caller) {}
