package io.ledgerbank.api.bank;

/** What administrators made of the banks that this one deals with. */
public sealed interface BankEvent permits BankAdded, BankChanged, BranchAdded {

    BankCode bank();
}
