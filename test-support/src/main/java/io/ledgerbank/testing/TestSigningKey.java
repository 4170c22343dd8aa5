package io.ledgerbank.testing;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What all nodes of one test JVM sign checkpoints with: PKCS#8 in base64. It guards nothing: a new one each time. */
final class TestSigningKey {

    static final String PKCS8 = generated();

    private TestSigningKey() {}

    private static String generated() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return Base64.getEncoder().encodeToString(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
        }
    }
}
