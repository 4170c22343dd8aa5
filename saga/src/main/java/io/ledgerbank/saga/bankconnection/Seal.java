package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.saga.bankconnection.TokenKeys.Key;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Keeps secrets from whoever reads the database (AES-256-GCM), each for the place that it was sealed for. Thread-safe. */
final class Seal {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final TokenKeys keys;
    private final SecureRandom random = new SecureRandom();

    Seal(TokenKeys keys) {
        this.keys = keys;
    }

    /** @param keyId names the key it was sealed with */
    record Sealed(String keyId, byte[] bytes) {}

    /** What was sealed, and whether the key that seals now did it. */
    record Opened(String text, boolean byCurrentKey) {}

    /**
     * @param place where it is kept; it opens nowhere else
     * @throws RejectedException {@code configuration_error} without a key
     */
    Sealed seal(String place, String text) {
        Key key = currentKey();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, place, text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("Every Java runtime has AES in GCM"));
        byte[] bytes = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, bytes, NONCE_BYTES, sealed.length);
        return new Sealed(key.id(), bytes);
    }

    /** Empty when its key is gone, or when it is not what was sealed for this place. */
    Optional<Opened> open(String place, Sealed sealed) {
        if (sealed.bytes().length < NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed.bytes(), NONCE_BYTES, sealed.bytes().length);
        return keys.named(sealed.keyId())
                .flatMap(key -> crypt(Cipher.DECRYPT_MODE, key, nonce, place, rest))
                .map(bytes -> new Opened(
                        new String(bytes, StandardCharsets.UTF_8),
                        currentKey().id().equals(sealed.keyId())));
    }

    private Key currentKey() {
        return keys.current()
                .orElseThrow(() -> new RejectedException(
                        Reason.CONFIGURATION_ERROR, "This service has no key to keep banks' tokens with"));
    }

    private static Optional<byte[]> crypt(int mode, Key key, byte[] nonce, String place, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((key.id() + "/" + place).getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(bytes));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }
}
