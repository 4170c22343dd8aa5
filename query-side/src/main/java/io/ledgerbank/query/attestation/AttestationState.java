package io.ledgerbank.query.attestation;

/** How far an attestation has come. */
public enum AttestationState {
    RUNNING,
    /** There is a signed report. */
    FINISHED,
    /** The node that ran it was stopped, or it failed; there is no report. */
    INTERRUPTED
}
