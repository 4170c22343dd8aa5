package io.ledgerbank.saga.bankconnection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What shows that whoever comes back from a bank is who was sent there (RFC 7636).
 *
 * @param state comes back with the customer
 * @param verifier is told to the bank alone, together with the code
 */
record Proof(String state, String verifier) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 32;

    static Proof random() {
        return new Proof(unguessable(), unguessable());
    }

    /** What the bank is told of the verifier beforehand. */
    String challenge() {
        return TEXT.encodeToString(sha256(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    private static String unguessable() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return TEXT.encodeToString(bytes);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Proof";
    }
}
