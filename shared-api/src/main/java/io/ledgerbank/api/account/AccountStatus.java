package io.ledgerbank.api.account;

/** Whether an account takes part in payments. A frozen one refuses new debits and holds, nothing else. */
public enum AccountStatus {
    ACTIVE,
    FROZEN,
    CLOSED
}
