package io.ledgerbank.api.payment;

/** How a payment ranks among others that wait for a bank. */
public enum Priority {
    NORMAL,
    CRITICAL
}
