package io.ledgerbank.saga.bank;

/** Why a bank is not called now, although nobody knows of anything against the call itself. */
public enum Obstacle {
    /** Too many calls to the bank have failed lately. */
    BREAKER_OPEN,
    /** As many calls as may are waiting for the bank already. */
    BULKHEAD_FULL,
    /** The bank has had as many calls as it takes in a second. */
    RATE_EXHAUSTED
}
