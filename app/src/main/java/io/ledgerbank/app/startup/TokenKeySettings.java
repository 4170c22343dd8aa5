package io.ledgerbank.app.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What banks' tokens are kept with.
 *
 * @param key 32 bytes with a name, as {@code name:base64}
 * @param keyFile where it is when it is not given itself
 * @param formerKeys what tokens may have been sealed with before
 */
@ConfigurationProperties("ledgerbank.bank-connections")
record TokenKeySettings(
        Optional<String> key,
        Optional<String> keyFile,
        @DefaultValue List<String> formerKeys) {

    TokenKeySettings {
        key = key.filter(text -> !text.isBlank());
        keyFile = keyFile.filter(text -> !text.isBlank());
        formerKeys = formerKeys.stream().filter(text -> !text.isBlank()).toList();
    }

    Optional<String> givenKey() {
        return key.or(() -> keyFile.map(TokenKeySettings::read));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new StartupRefused("The key for banks' tokens cannot be read from " + file + ".", e);
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "TokenKeySettings";
    }
}
