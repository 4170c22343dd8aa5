package io.ledgerbank.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of a simulator that runs alone: {@code --late-reply=PT2S} wins over the system property
 * {@code ledgerbank.simulator.late-reply}, and that over the environment's {@code LEDGERBANK_SIMULATOR_LATE_REPLY}.
 */
final class SimulatorOptions {

    static final int DEFAULT_PORT = 8090;
    static final Path DEFAULT_JOURNAL = Path.of("data", "simulator", "journal.jsonl");
    private static final List<String> NAMES = List.of(
            "port", "bind-address", "journal", "notification-url", "notification-secret", "silence", "late-reply");

    private final Map<String, String> given = new HashMap<>();

    private SimulatorOptions(
            List<String> arguments, Function<String, Optional<String>> properties, Map<String, String> environment) {
        for (String name : NAMES) {
            properties
                    .apply("ledgerbank.simulator." + name)
                    .or(() -> Optional.ofNullable(environment.get(environmentName(name))))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> given.put(name, value));
        }
        arguments.forEach(this::take);
    }

    /** Throws {@link IllegalArgumentException} with one sentence when an option is unknown or wrong. */
    static SimulatorSettings read(
            String[] arguments, Function<String, Optional<String>> properties, Map<String, String> environment) {
        return new SimulatorOptions(Arrays.asList(arguments), properties, environment).settings();
    }

    private static String environmentName(String name) {
        return "LEDGERBANK_SIMULATOR_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private void take(String argument) {
        String[] parts = argument.split("=", 2);
        if (parts.length != 2 || !parts[0].startsWith("--") || !NAMES.contains(parts[0].substring(2))) {
            throw new IllegalArgumentException(
                    "Unknown argument " + parts[0] + ": there are --" + String.join("=, --", NAMES) + "=");
        }
        given.put(parts[0].substring(2), parts[1]);
    }

    private SimulatorSettings settings() {
        SimulatorSettings settings = SimulatorSettings.withJournal(
                        option("journal", Path::of).orElse(DEFAULT_JOURNAL))
                .withPort(option("port", Integer::parseInt).orElse(DEFAULT_PORT))
                .withBindAddress(option("bind-address", text -> text).orElse(SimulatorSettings.DEFAULT_BIND_ADDRESS));
        settings = option("silence", Duration::parse).map(settings::withSilence).orElse(settings);
        settings = option("late-reply", Duration::parse)
                .map(settings::withLateReply)
                .orElse(settings);
        return notificationTarget().map(settings::withNotifications).orElse(settings);
    }

    private Optional<NotificationTarget> notificationTarget() {
        Optional<URI> url = option("notification-url", URI::create);
        Optional<String> secret = option("notification-secret", text -> text);
        if (url.isPresent() != secret.isPresent()) {
            throw new IllegalArgumentException("notification-url and notification-secret come together or not at all");
        }
        return url.flatMap(to -> secret.map(key -> new NotificationTarget(to, key)));
    }

    private <T> Optional<T> option(String name, Function<String, T> reader) {
        Optional<String> text = Optional.ofNullable(given.get(name));
        try {
            return text.map(reader);
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            throw new IllegalArgumentException("The option " + name + " cannot be " + text.orElse(""), unreadable);
        }
    }
}
