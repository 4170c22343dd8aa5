package io.ledgerbank.command.user;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether two requests carry the same password without keeping anything a password could be guessed by: HMAC-SHA256
 * (RFC 2104) with a key that the database does not have. Thread-safe.
 */
final class PasswordMarks {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    /** @param secret of the service; marks made with another are others */
    PasswordMarks(SecretKey secret) {
        this.key = new SecretKeySpec(hmac(secret, "ledgerbank password mark 1"), ALGORITHM);
    }

    /** In hexadecimal. */
    String of(Password password) {
        return HexFormat.of().formatHex(hmac(key, password.value()));
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
