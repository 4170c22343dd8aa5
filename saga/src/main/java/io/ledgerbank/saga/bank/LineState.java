package io.ledgerbank.saga.bank;

/** Whether a line of an account can still change. */
public enum LineState {
    /** Announced: its amount may change, and it may never be booked. */
    PENDING,
    BOOKED
}
