package io.ledgerbank.api.payment;

/** Where a payment is in its life. */
public enum PaymentStatus {
    /** Accepted, its funds are held, no bank has been called yet. */
    PENDING,
    /** With the bank. */
    PROCESSING,
    /** The money has moved. */
    COMPLETED,
    /** The money certainly has not moved and will not. */
    FAILED;

    public boolean isFinal() {
        return this == COMPLETED || this == FAILED;
    }
}
