package io.ledgerbank.api.ledger;

/** On which side of an account an entry stands: a debit takes from the balance, a credit adds to it. */
public enum Direction {
    DEBIT,
    CREDIT
}
