package io.ledgerbank.command.eventlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash function of the log, its proofs and the fingerprints of requests. */
public interface Sha256 {

    /** A new one; not safe for use by more than one thread at a time. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
