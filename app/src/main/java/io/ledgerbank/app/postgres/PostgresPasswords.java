package io.ledgerbank.app.postgres;

import io.ledgerbank.app.startup.SecretFile;
import io.ledgerbank.app.startup.StartupRefused;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** The embedded server's three passwords: random, made once, kept in the data folder for its owner alone. */
record PostgresPasswords(String superuser, String owner, String app) {

    private static final int BYTES = 32;

    static PostgresPasswords keptIn(Path path) {
        String content = new SecretFile(path)
                .read()
                .orElseThrow(
                        () -> new StartupRefused(
                                "The password file " + path
                                        + " is missing, without which the PostgreSQL data beside it cannot be opened: restore it from a backup."));
        Properties kept = parsed(content);
        return new PostgresPasswords(
                required(kept, "superuser", path), required(kept, "owner", path), required(kept, "app", path));
    }

    static PostgresPasswords generatedIn(Path path) {
        var generated = new PostgresPasswords(
                SecretFile.randomSecret(BYTES), SecretFile.randomSecret(BYTES), SecretFile.randomSecret(BYTES));
        new SecretFile(path).write("""
                superuser=%s
                owner=%s
                app=%s
                """.formatted(generated.superuser, generated.owner, generated.app));
        return generated;
    }

    private static Properties parsed(String content) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(content));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String required(Properties kept, String key, Path path) {
        String password = kept.getProperty(key, "");
        if (password.isBlank()) {
            throw new StartupRefused("The password file " + path + " is damaged (no password for " + key
                    + "): restore it from a backup.");
        }
        return password;
    }

    @Override
    public String toString() {
        return "PostgresPasswords[...]";
    }
}
