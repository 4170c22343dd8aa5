package io.ledgerbank.saga.batch;

/** How a batch fares. */
public enum BatchState {
    /** It goes from payment to payment. */
    RUNNING,
    /** It waits until somebody resumes it. */
    PAUSED,
    /** Somebody ended it; what was done is done. */
    CANCELLED,
    /** It has come to its end. */
    DONE
}
