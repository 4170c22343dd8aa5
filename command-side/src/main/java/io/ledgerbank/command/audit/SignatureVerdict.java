package io.ledgerbank.command.audit;

/** What a signature is worth. */
enum SignatureVerdict {
    GENUINE,
    /** The key is ours, the signature is not its. */
    FORGED,
    /** No published key has the id. */
    OF_UNKNOWN_KEY
}
