package io.ledgerbank.saga.bankconnection;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that banks' tokens are sealed with: the first one seals, all of them open. Without any, no account can be linked.
 * Thread-safe.
 */
public final class TokenKeys {

    private static final int KEY_BYTES = 32;

    /** @param id names the key beside what it has sealed */
    record Key(String id, SecretKey secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    private final List<Key> keys;

    private TokenKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    public static TokenKeys none() {
        return new TokenKeys(List.of());
    }

    /**
     * @param current the key that seals, as {@code id:base64} of 32 bytes
     * @param former keys that sealed before
     * @throws IllegalArgumentException in a sentence that shows nothing of a key
     */
    public static TokenKeys of(String current, List<String> former) {
        List<Key> keys = Stream.concat(Stream.of(current), former.stream())
                .map(TokenKeys::read)
                .toList();
        if (keys.stream().map(Key::id).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("Two keys for banks' tokens have the same name");
        }
        return new TokenKeys(keys);
    }

    Optional<Key> current() {
        return keys.stream().findFirst();
    }

    Optional<Key> named(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static Key read(String text) {
        String[] parts = text.strip().split(":", 2);
        if (parts.length != 2 || !parts[0].matches("[A-Za-z0-9_-]{1,32}")) {
            throw new IllegalArgumentException("A key for banks' tokens is written as name:base64");
        }
        byte[] secret = bytesOf(parts[1]);
        if (secret.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key for banks' tokens has " + KEY_BYTES + " bytes in base64");
        }
        SecretKey key = new SecretKeySpec(secret, "AES");
        Arrays.fill(secret, (byte) 0);
        return new Key(parts[0], key);
    }

    private static byte[] bytesOf(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
