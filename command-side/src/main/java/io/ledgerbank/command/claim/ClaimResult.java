package io.ledgerbank.command.claim;

/** How a claim ended. */
public enum ClaimResult {
    /** The key is the holder's once the command's events are committed, and free again should they not be. */
    GRANTED,
    /** The key has a holder already. */
    TAKEN
}
