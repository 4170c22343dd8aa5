package io.ledgerbank.api.bank;

import io.ledgerbank.api.user.Caller;

/** Know another branch of a bank. */
public record AddBranch(BankCode bank, Branch branch, Caller caller) {}
