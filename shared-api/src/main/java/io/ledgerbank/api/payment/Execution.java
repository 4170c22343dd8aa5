package io.ledgerbank.api.payment;

/** Whether a bank executed a payment, as somebody who is certain of it says. */
public enum Execution {
    EXECUTED,
    NOT_EXECUTED
}
