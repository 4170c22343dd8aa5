package io.ledgerbank.command.personal;

import io.ledgerbank.command.eventlog.Sha256;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A person's key. Every text is sealed with a key of its own, HMAC-SHA256 of a random salt with the person's key, so that one
 * text can be shown to somebody without showing the others; the sealed text says which key it was, so that there is no other
 * that opens it to something else. Sealed: salt (16 bytes), the first 16 bytes of the SHA-256 of the text's key, and
 * AES-256-GCM of the text with a nonce of zeros, in base64. Immutable.
 */
record PersonKey(byte[] bytes) {

    static final int BYTES = 32;

    private static final String HMAC = "HmacSHA256";
    private static final String AES = "AES";
    private static final String AES_GCM = "AES/GCM/NoPadding";
    private static final int SALT_BYTES = 16;
    private static final int NAME_BYTES = 16;
    private static final int TAG_BITS = 128;

    /** No two texts have the same key, so one nonce does for all. */
    private static final byte[] NONCE = new byte[12];

    private static final SecureRandom RANDOM = new SecureRandom();

    static PersonKey random() {
        return new PersonKey(random(BYTES));
    }

    String seal(byte[] plain) {
        byte[] salt = random(SALT_BYTES);
        byte[] key = textKey(salt);
        byte[] closed = aes(Cipher.ENCRYPT_MODE, key, plain);
        ByteBuffer sealed = ByteBuffer.allocate(SALT_BYTES + NAME_BYTES + closed.length)
                .put(salt)
                .put(nameOf(key))
                .put(closed);
        return Base64.getEncoder().withoutPadding().encodeToString(sealed.array());
    }

    /** @throws IllegalStateException unless it was sealed with this key */
    byte[] open(String sealed) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        byte[] key = textKey(Arrays.copyOf(bytes, SALT_BYTES));
        byte[] name = Arrays.copyOfRange(bytes, SALT_BYTES, SALT_BYTES + NAME_BYTES);
        if (!MessageDigest.isEqual(name, nameOf(key))) {
            throw new IllegalStateException("The text was sealed with another key");
        }
        return aes(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(bytes, SALT_BYTES + NAME_BYTES, bytes.length));
    }

    /** The key of one sealed text, in hexadecimal, for somebody who may read that text and no other. */
    String keyOf(String sealed) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        return HexFormat.of().formatHex(textKey(Arrays.copyOf(bytes, SALT_BYTES)));
    }

    /** By which a certificate names the key without telling it. */
    String fingerprint() {
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "PersonKey[" + fingerprint() + "]";
    }

    private byte[] textKey(byte[] salt) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes, HMAC));
            return mac.doFinal(salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }

    private static byte[] aes(int mode, byte[] key, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(AES_GCM);
            cipher.init(mode, new SecretKeySpec(key, AES), new GCMParameterSpec(TAG_BITS, NONCE));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sealed text was changed", e);
        }
    }

    private static byte[] nameOf(byte[] key) {
        return Arrays.copyOf(Sha256.digest().digest(key), NAME_BYTES);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
