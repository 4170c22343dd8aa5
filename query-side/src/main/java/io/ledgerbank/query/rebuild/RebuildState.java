package io.ledgerbank.query.rebuild;

/** How far a rebuild has come. */
public enum RebuildState {
    /** Its tables are filled from the log. */
    RUNNING,
    /** Its tables are complete and are compared with those that are read. */
    COMPARING,
    /** Its tables are read, and those from before are kept. */
    SWAPPED,
    /** Those from before catch up, to be read again. */
    ROLLING_BACK,
    /** Those from before are read again. */
    ROLLED_BACK,
    /** Somebody called it off; nothing has changed. */
    CANCELLED,
    /** It could not be finished; nothing has changed. */
    FAILED
}
