package io.ledgerbank.command.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** Makes, reads and writes the keys of RFC 8032's Ed25519. */
public final class Ed25519 {

    static final String ALGORITHM = "Ed25519";
    static final int PUBLIC_BYTES = 32;

    /** What precedes the 32 bytes of a public key in its X.509 encoding (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final String HEADER_AND_FOOTER = "-----(BEGIN|END) (PRIVATE|PUBLIC) KEY-----";

    private Ed25519() {}

    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /**
     * @param text PKCS#8 as PEM, or its base64 alone
     * @throws IllegalArgumentException without quoting the text
     */
    public static KeyPair readPrivateKey(String text) {
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(decoded(text)));
            return new KeyPair(publicKeyOf((EdECPrivateKey) key), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is no Ed25519 private key in PKCS#8", e);
        }
    }

    /**
     * @param text X.509 as PEM, or its base64 alone
     * @throws IllegalArgumentException when it is something else
     */
    public static PublicKey readPublicKey(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decoded(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is no Ed25519 public key in X.509", e);
        }
    }

    public static String pem(PrivateKey key) {
        return pem("PRIVATE", key.getEncoded());
    }

    public static String pem(PublicKey key) {
        return pem("PUBLIC", key.getEncoded());
    }

    /** As RFC 8032 has it. */
    static byte[] raw(PublicKey key) {
        byte[] x509 = key.getEncoded();
        return Arrays.copyOfRange(x509, x509.length - PUBLIC_BYTES, x509.length);
    }

    /** The JDK reads a private key without telling the public one that belongs to it. */
    private static PublicKey publicKeyOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new IllegalArgumentException("The private key is hidden"));
        byte[] raw =
                new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded();
        byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, x509, X509_PREFIX.length, raw.length);
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(x509));
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN %1$s KEY-----%n%2$s%n-----END %1$s KEY-----%n"
                .formatted(kind, Base64.getEncoder().encodeToString(der));
    }

    private static byte[] decoded(String text) {
        String base64 = text.replaceAll(HEADER_AND_FOOTER, "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(base64);
    }

    static IllegalStateException unsupported(GeneralSecurityException cause) {
        return new IllegalStateException("Every Java platform since 15 has Ed25519", cause);
    }
}
