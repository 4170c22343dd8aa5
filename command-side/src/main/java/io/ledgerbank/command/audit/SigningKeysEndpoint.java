package io.ledgerbank.command.audit;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the public keys, as a JSON Web Key set (RFC 7517) of octet key pairs (RFC 8037). */
@RestController
class SigningKeysEndpoint {

    /** A public key. */
    record Jwk(String kty, String crv, String x, String kid, String use, String alg) {}

    /** All of them, the one that is signed with first. */
    record JwkSet(List<Jwk> keys) {}

    private static final CacheControl CACHEABLE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final JwkSet keys;

    SigningKeysEndpoint(SigningKeys keys) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        this.keys = new JwkSet(keys.published().entrySet().stream()
                .map(key -> new Jwk(
                        "OKP",
                        Ed25519.ALGORITHM,
                        base64.encodeToString(Ed25519.raw(key.getValue())),
                        key.getKey(),
                        "sig",
                        "EdDSA"))
                .toList());
    }

    @GetMapping("/.well-known/ledgerbank-keys.json")
    ResponseEntity<JwkSet> keys() {
        return ResponseEntity.ok().cacheControl(CACHEABLE).body(keys);
    }
}
