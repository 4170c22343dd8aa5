package io.ledgerbank.command.audit;

import io.ledgerbank.command.eventlog.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The key that this service signs with, and all those whose signatures count. A key's id is the first 8 bytes of the
 * SHA-256 of its 32 bytes, in hexadecimal. Immutable.
 */
public final class SigningKeys {

    private static final int ID_BYTES = 8;

    private final PrivateKey own;
    private final String ownId;
    private final Map<String, PublicKey> published;

    /** @param further public keys whose signatures count as well: former ones, and those that come into use soon */
    public SigningKeys(KeyPair own, List<PublicKey> further) {
        this.own = own.getPrivate();
        this.ownId = idOf(own.getPublic());
        Map<String, PublicKey> all = new LinkedHashMap<>();
        all.put(ownId, own.getPublic());
        further.forEach(key -> all.putIfAbsent(idOf(key), key));
        this.published = Collections.unmodifiableMap(all);
    }

    public static String idOf(PublicKey key) {
        byte[] hash = Sha256.digest().digest(Ed25519.raw(key));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    }

    /** The own key's first. */
    public Set<String> keyIds() {
        return published.keySet();
    }

    String ownId() {
        return ownId;
    }

    /** By id, the own key first. */
    Map<String, PublicKey> published() {
        return published;
    }

    /** In hexadecimal. */
    String sign(SignedForm form) {
        try {
            Signature signature = Signature.getInstance(Ed25519.ALGORITHM);
            signature.initSign(own);
            signature.update(form.bytes());
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw Ed25519.unsupported(e);
        }
    }

    SignatureVerdict judge(SignedForm form, String keyId, String signature) {
        return Optional.ofNullable(published.get(keyId))
                .map(key -> verifies(key, form.bytes(), HexFormat.of().parseHex(signature))
                        ? SignatureVerdict.GENUINE
                        : SignatureVerdict.FORGED)
                .orElse(SignatureVerdict.OF_UNKNOWN_KEY);
    }

    private static boolean verifies(PublicKey key, byte[] form, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(Ed25519.ALGORITHM);
            signature.initVerify(key);
            signature.update(form);
            return signature.verify(bytes);
        } catch (SignatureException notEvenASignature) {
            return false;
        } catch (GeneralSecurityException e) {
            throw Ed25519.unsupported(e);
        }
    }
}
