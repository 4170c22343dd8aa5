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
 * What checkpoints of the event log are signed with.
 *
 * @param key an Ed25519 private key in PKCS#8: PEM, or its base64 alone
 * @param keyFile where it is when it is not given itself
 * @param furtherKeys public keys (X.509) whose signatures count as well
 */
@ConfigurationProperties("ledgerbank.signing")
record SigningKeySettings(
        Optional<String> key,
        Optional<String> keyFile,
        @DefaultValue List<String> furtherKeys) {

    SigningKeySettings {
        key = key.filter(text -> !text.isBlank());
        keyFile = keyFile.filter(text -> !text.isBlank());
        furtherKeys = furtherKeys.stream().filter(text -> !text.isBlank()).toList();
    }

    Optional<String> givenKey() {
        return key.or(() -> keyFile.map(SigningKeySettings::read));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new StartupRefused("The signing key cannot be read from " + file + ".", e);
        }
    }

    /** Without the private key. */
    @Override
    public String toString() {
        return "SigningKeySettings[furtherKeys=" + furtherKeys + "]";
    }
}
