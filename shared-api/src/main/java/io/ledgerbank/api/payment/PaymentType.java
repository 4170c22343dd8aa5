package io.ledgerbank.api.payment;

/** Where a payment's money goes. */
public enum PaymentType {
    /** Between two of our accounts. */
    TRANSFER,
    /** To an account at an external bank. */
    PAYMENT,
    /** Cash to one of our accounts. */
    DEPOSIT,
    /** Cash from one of our accounts. */
    WITHDRAWAL
}
