package io.ledgerbank.api.audit;

/** Signs for the bank with the key that also signs the log's checkpoints. Thread-safe. */
public interface Signatory {

    /**
     * A signature.
     *
     * @param keyId names the public key that it is checked with
     * @param signature Ed25519, in hexadecimal
     */
    record Signed(String keyId, String signature) {}

    /** Signs title, text and key id, as docs/audit has it; the title says what kind of text it is. */
    Signed sign(String title, String text);
}
