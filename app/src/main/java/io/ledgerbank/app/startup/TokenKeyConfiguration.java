package io.ledgerbank.app.startup;

import io.ledgerbank.saga.bankconnection.TokenKeys;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Provides the keys that banks' tokens are sealed with: from a setting or a file, or with the embedded database one that is
 * generated once and kept in the data folder. With an external database there may be none, and then no bank is linked.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenKeySettings.class)
class TokenKeyConfiguration {

    static final String KEY_FILE = "bank-tokens.key";

    private static final int KEY_BYTES = 32;

    @Bean
    @ConditionalOnEmbeddedDatabase
    TokenKeys tokenKeys(TokenKeySettings settings, DataFolder folder) {
        return keys(settings.givenKey().orElseGet(() -> kept(new SecretFile(folder.resolve(KEY_FILE)))), settings);
    }

    @Bean("tokenKeys")
    @ConditionalOnExternalDatabase
    TokenKeys externalTokenKeys(TokenKeySettings settings) {
        return settings.givenKey().map(key -> keys(key, settings)).orElseGet(TokenKeys::none);
    }

    private static String kept(SecretFile file) {
        return file.read().map(String::strip).orElseGet(() -> {
            byte[] secret = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(secret);
            String key = "generated:" + Base64.getEncoder().encodeToString(secret);
            file.write(key);
            return key;
        });
    }

    private static TokenKeys keys(String key, TokenKeySettings settings) {
        try {
            return TokenKeys.of(key, settings.formerKeys());
        } catch (IllegalArgumentException e) {
            throw new StartupRefused(
                    "LEDGERBANK_BANKCONNECTIONS_KEY or one of the former keys is none: " + e.getMessage() + ".", e);
        }
    }
}
