package io.ledgerbank.simulator;

/** How a bank is away. */
enum Outage {
    NONE,
    /** Says so, with 503. */
    UNAVAILABLE,
    /** Hangs up on everybody. */
    HANGS_UP
}
