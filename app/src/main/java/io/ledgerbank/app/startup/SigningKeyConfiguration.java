package io.ledgerbank.app.startup;

import io.ledgerbank.command.audit.Ed25519;
import io.ledgerbank.command.audit.SigningKeys;
import java.security.KeyPair;
import java.security.PublicKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Provides the keys that checkpoints are signed and checked with: the private one from a setting or a file, or with the
 * embedded database one that is generated once and kept in the data folder.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigningKeySettings.class)
class SigningKeyConfiguration {

    static final String KEY_FILE = "signing.key";

    private static final String SETTING = "LEDGERBANK_SIGNING_KEY";

    @Bean
    @ConditionalOnEmbeddedDatabase
    SigningKeys signingKeys(SigningKeySettings settings, DataFolder folder) {
        return settings.givenKey()
                .map(given -> keys(given, "The key in " + SETTING, settings))
                .orElseGet(() -> kept(new SecretFile(folder.resolve(KEY_FILE)), settings));
    }

    @Bean("signingKeys")
    @ConditionalOnExternalDatabase
    SigningKeys externalSigningKeys(SigningKeySettings settings) {
        return settings.givenKey()
                .map(given -> keys(given, "The key in " + SETTING, settings))
                .orElseThrow(() -> new StartupRefused(SETTING + " (or " + SETTING
                        + "_FILE) is missing: with an external database it must be set, to an Ed25519 private key that"
                        + " all nodes share, which openssl genpkey -algorithm ed25519 makes."));
    }

    private static SigningKeys kept(SecretFile file, SigningKeySettings settings) {
        String pem = file.read().orElseGet(() -> {
            String generated = Ed25519.pem(Ed25519.generate().getPrivate());
            file.write(generated);
            return generated;
        });
        return keys(pem, "The key in " + file.path(), settings);
    }

    private static SigningKeys keys(String privateKey, String name, SigningKeySettings settings) {
        return new SigningKeys(
                pair(privateKey, name),
                settings.furtherKeys().stream()
                        .map(SigningKeyConfiguration::publicKey)
                        .toList());
    }

    private static KeyPair pair(String text, String name) {
        try {
            return Ed25519.readPrivateKey(text);
        } catch (IllegalArgumentException e) {
            throw new StartupRefused(name + " is no Ed25519 private key in PKCS#8 (PEM, or its base64 alone).", e);
        }
    }

    private static PublicKey publicKey(String text) {
        try {
            return Ed25519.readPublicKey(text);
        } catch (IllegalArgumentException e) {
            throw new StartupRefused(
                    "LEDGERBANK_SIGNING_FURTHERKEYS has something else than Ed25519 public keys in X.509.", e);
        }
    }
}
