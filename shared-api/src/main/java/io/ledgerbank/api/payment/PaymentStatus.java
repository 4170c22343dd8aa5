package io.ledgerbank.api.payment;

/** Where a payment is in its life; {@link PaymentTransitions} says what may follow what. */
public enum PaymentStatus {
    /** Taken on for later: nothing is held and nothing decided yet. */
    SCHEDULED,
    /** Accepted, its funds are held, no bank has been called yet. */
    PENDING,
    /** With the bank. */
    PROCESSING,
    /** The money has moved. */
    COMPLETED,
    /** The money certainly has not moved and will not. */
    FAILED,
    /** Called off before the money moved. */
    CANCELLED,
    /** The bank sent the money of a completed payment back, and the debtor has it again. */
    RETURNED;

    /** Whether the payment waits for nothing any more. */
    public boolean isFinal() {
        return switch (this) {
            case SCHEDULED, PENDING, PROCESSING -> false;
            case COMPLETED, FAILED, CANCELLED, RETURNED -> true;
        };
    }
}
