package io.ledgerbank.app.startup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Secrets that everybody knows, or could guess: they are for demonstrations, and a start on somebody's own database is none. */
public final class PublishedSecrets {

    private static final Set<String> SAMPLES = Set.of(
            "change-me",
            "changeme",
            "replace-me",
            "replaceme",
            "your-256-bit-secret",
            "your-secret",
            "my-secret",
            "mysecret",
            "super-secret",
            "supersecret",
            "insert-secret",
            "0123456789abcdef0123456789abcdef");
    private static final int FEWEST_DIFFERENT_CHARACTERS = 10;

    private PublishedSecrets() {}

    /** @throws StartupRefused if the secret is a well-known sample, hardly varies, or is a demo user's password; an empty one is none */
    public static void refuse(String name, String secret) {
        String plain = secret.strip().toLowerCase(Locale.ROOT);
        boolean sample = SAMPLES.stream().anyMatch(plain::contains);
        boolean monotonous = plain.chars().distinct().count() < FEWEST_DIFFERENT_CHARACTERS;
        if (!plain.isEmpty() && (sample || monotonous || isOfDemo(secret))) {
            throw new StartupRefused(name + " is a sample that everybody knows, or as good as one; with an external"
                    + " database it has to be random, such as openssl rand -base64 48 makes it.");
        }
    }

    private static boolean isOfDemo(String secret) {
        return Arrays.stream(DemoUser.values()).anyMatch(user -> user.password().equals(secret.strip()));
    }
}
