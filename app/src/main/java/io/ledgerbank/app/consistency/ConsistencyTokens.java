package io.ledgerbank.app.consistency;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads tokens that stand for a place in the log: eight bytes of position and sixteen of an HMAC-SHA256, in
 * base64 for URLs. All nodes that share the key read each other's. Thread-safe.
 */
final class ConsistencyTokens {

    static final String HEADER = "Consistency-Token";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "LedgerBank consistency token 1".getBytes(StandardCharsets.US_ASCII);
    private static final int SEAL_BYTES = 16;
    private static final int BYTES = Long.BYTES + SEAL_BYTES;

    private final SecretKey key;

    /** @param secret a key of another purpose, from which this one's is derived */
    ConsistencyTokens(SecretKey secret) {
        this.key = new SecretKeySpec(hmac(secret, PURPOSE), ALGORITHM);
    }

    String write(long position) {
        byte[] place = place(position);
        byte[] token = ByteBuffer.allocate(BYTES).put(place).put(seal(place)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** @throws RejectedException {@code invalid_consistency_token} when this service has not written it */
    long read(String token) {
        byte[] bytes = decoded(token);
        byte[] place = Arrays.copyOf(bytes, Long.BYTES);
        byte[] seal = Arrays.copyOfRange(bytes, Math.min(Long.BYTES, bytes.length), bytes.length);
        if (bytes.length != BYTES || !MessageDigest.isEqual(seal, seal(place))) {
            throw invalid();
        }
        return ByteBuffer.wrap(place).getLong();
    }

    static RejectedException invalid() {
        return new RejectedException(Reason.INVALID_CONSISTENCY_TOKEN, Reason.INVALID_CONSISTENCY_TOKEN.description());
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private byte[] seal(byte[] place) {
        return Arrays.copyOf(hmac(key, place), SEAL_BYTES);
    }

    private static byte[] place(long position) {
        return ByteBuffer.allocate(Long.BYTES).putLong(position).array();
    }

    private static byte[] hmac(SecretKey key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
