package io.ledgerbank.app.startup;

import io.ledgerbank.command.user.FormerJwtKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Provides the key that signs access tokens, as the bean {@code jwtKey}: {@code JWT_SECRET}, or with the embedded
 * database one that is generated once and kept in the data folder.
 */
@Configuration(proxyBeanMethods = false)
class JwtKeyConfiguration {

    static final String KEY_FILE = "jwt.key";

    private static final int SHORTEST_SECRET_BYTES = 32;
    private static final int GENERATED_SECRET_BYTES = 48;

    @Bean
    @ConditionalOnEmbeddedDatabase
    SecretKey jwtKey(@Value("${ledgerbank.jwt.secret:}") String secret, DataFolder folder) {
        return configured(secret).orElseGet(() -> kept(new SecretFile(folder.resolve(KEY_FILE))));
    }

    @Bean("jwtKey")
    @ConditionalOnExternalDatabase
    SecretKey externalJwtKey(@Value("${ledgerbank.jwt.secret:}") String secret) {
        PublishedSecrets.refuse("JWT_SECRET", secret);
        return configured(secret)
                .orElseThrow(() -> new StartupRefused(
                        "JWT_SECRET is missing: with an external database it must be set, to at least "
                                + SHORTEST_SECRET_BYTES + " random bytes that all nodes share."));
    }

    /** What was signed with them is still believed, so that a new key logs nobody out. */
    @Bean
    FormerJwtKeys formerJwtKeys(@Value("${ledgerbank.jwt.former-secrets:}") String[] secrets) {
        return new FormerJwtKeys(Arrays.stream(secrets)
                .filter(secret -> !secret.isBlank())
                .map(secret -> key(secret.strip(), "A secret in JWT_FORMER_SECRETS"))
                .toList());
    }

    private static Optional<SecretKey> configured(String secret) {
        return secret.isBlank() ? Optional.empty() : Optional.of(key(secret, "JWT_SECRET"));
    }

    private static SecretKey kept(SecretFile file) {
        String secret = file.read().orElseGet(() -> {
            String generated = SecretFile.randomSecret(GENERATED_SECRET_BYTES);
            file.write(generated);
            return generated;
        });
        return key(secret.strip(), "The key in " + file.path());
    }

    private static SecretKey key(String secret, String name) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_SECRET_BYTES) {
            throw new StartupRefused(name + " is too short: it has " + bytes.length + " bytes, and at least "
                    + SHORTEST_SECRET_BYTES + " are needed.");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
