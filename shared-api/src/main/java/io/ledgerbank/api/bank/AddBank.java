package io.ledgerbank.api.bank;

import io.ledgerbank.api.user.Caller;

/** Deal with another bank. */
public record AddBank(BankCode bank, BankProfile profile, Caller caller) {}
