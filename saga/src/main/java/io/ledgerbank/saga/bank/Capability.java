package io.ledgerbank.saga.bank;

/** What a bank may offer to whoever is in doubt. */
public enum Capability {
    /** It executes an instruction id once, however often it comes. */
    DEDUPES,
    /** It tells what became of an instruction id. */
    INQUIRES
}
