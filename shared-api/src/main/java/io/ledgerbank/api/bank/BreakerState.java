package io.ledgerbank.api.bank;

/** Whether a bank is called at all. */
public enum BreakerState {
    /** It is. */
    CLOSED,
    /** It is not, because too many calls have failed lately. */
    OPEN,
    /** It gets a few calls on trial, whose fate decides. */
    HALF_OPEN
}
