package io.ledgerbank.api.payment;

/** Whether the saga of a payment acts by itself. */
public enum Activity {
    /** It does what is due. */
    RUNNING,
    /** It sends and asks nothing until it is resumed; what the bank tells is recorded all the same. */
    PAUSED
}
