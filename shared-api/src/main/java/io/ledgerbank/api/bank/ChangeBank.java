package io.ledgerbank.api.bank;

import io.ledgerbank.api.user.Caller;

/** Say something else of a bank. */
public record ChangeBank(BankCode bank, BankProfile profile, Caller caller) {}
