package io.ledgerbank.app.seed;

import io.ledgerbank.app.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who administers an empty external database first.
 *
 * @param passwordFile where the password is when it is not given itself; a line break at its end does not count
 */
@ConfigurationProperties("ledgerbank.admin")
record FirstAdminSettings(Optional<String> email, Optional<String> password, Optional<String> passwordFile) {

    FirstAdminSettings {
        email = email.filter(text -> !text.isBlank());
        password = password.filter(text -> !text.isEmpty());
        passwordFile = passwordFile.filter(text -> !text.isBlank());
    }

    Optional<String> givenPassword() {
        return password.or(() -> passwordFile.map(Path::of).map(FirstAdminSettings::read));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw new StartupRefused("The first administrator's password cannot be read from " + file + ".", e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "FirstAdminSettings[email=" + email + "]";
    }
}
