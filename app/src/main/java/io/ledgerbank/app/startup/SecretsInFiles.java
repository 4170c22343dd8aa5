package io.ledgerbank.app.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Lets every secret stand in a file that its variable with {@code _FILE} behind it names, as orchestrators mount them. */
final class SecretsInFiles implements EnvironmentPostProcessor {

    /** The property behind every variable. */
    private static final Map<String, String> SECRETS = Map.of(
            "JWT_SECRET", "ledgerbank.jwt.secret",
            "JWT_FORMER_SECRETS", "ledgerbank.jwt.former-secrets",
            "SPRING_DATASOURCE_PASSWORD", "spring.datasource.password",
            "SPRING_FLYWAY_PASSWORD", "spring.flyway.password");

    private static final String FILE = "_FILE";
    private static final String WEBHOOKS = "LEDGERBANK_BANKS_WEBHOOKSECRETFILES_";
    private static final String WEBHOOK_SECRETS = "ledgerbank.banks.webhook-secrets.";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> found = new LinkedHashMap<>();
        SECRETS.forEach((variable, property) -> {
            String file = environment.getProperty(variable + FILE, "");
            if (!file.isBlank()) {
                requireNothingElse(environment, variable);
                found.put(property, read(variable + FILE, file));
            }
        });
        environment.getSystemEnvironment().forEach((variable, file) -> {
            if (variable.startsWith(WEBHOOKS)) {
                String bank = variable.substring(WEBHOOKS.length()).toLowerCase(Locale.ROOT);
                found.put(WEBHOOK_SECRETS + bank, read(variable, file.toString()));
            }
        });
        if (!found.isEmpty()) {
            environment
                    .getPropertySources()
                    .addAfter(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new MapPropertySource("secretsInFiles", found));
        }
    }

    private static void requireNothingElse(ConfigurableEnvironment environment, String variable) {
        if (!environment.getProperty(variable, "").isBlank()) {
            throw new StartupRefused(variable + " and " + variable + FILE + " are both set; one of them is meant.");
        }
    }

    private static String read(String variable, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new StartupRefused(variable + " names " + file + ", which cannot be read.", e);
        }
    }
}
