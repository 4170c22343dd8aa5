package io.ledgerbank.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How a simulator is run. Port 0 takes any free port; {@code silence} is how long a payment that times out is left without an
 * answer, {@code lateReply} how long a late one waits, {@code retryDelay} the pause before the first repeat of an undelivered
 * notification (it doubles from there).
 */
public record SimulatorSettings(
        String bindAddress,
        int port,
        Path journal,
        Optional<NotificationTarget> notifications,
        Duration silence,
        Duration lateReply,
        Duration retryDelay,
        Clock clock) {

    public static final String DEFAULT_BIND_ADDRESS = "127.0.0.1";
    private static final int LARGEST_PORT = 65_535;

    public SimulatorSettings {
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("The simulator's port must be between 0 and 65535, not " + port);
        }
        if (silence.isNegative() || lateReply.isNegative() || retryDelay.isNegative()) {
            throw new IllegalArgumentException("The simulator's delays must not be negative");
        }
    }

    /** A free port on 127.0.0.1, no notifications, 30 s of silence, late replies after 8 s. */
    public static SimulatorSettings withJournal(Path journal) {
        return new SimulatorSettings(
                DEFAULT_BIND_ADDRESS,
                0,
                journal,
                Optional.empty(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(8),
                Duration.ofMillis(250),
                Clock.systemUTC());
    }

    public SimulatorSettings withBindAddress(String newAddress) {
        return new SimulatorSettings(newAddress, port, journal, notifications, silence, lateReply, retryDelay, clock);
    }

    public SimulatorSettings withPort(int newPort) {
        return new SimulatorSettings(
                bindAddress, newPort, journal, notifications, silence, lateReply, retryDelay, clock);
    }

    public SimulatorSettings withNotifications(NotificationTarget target) {
        return new SimulatorSettings(
                bindAddress, port, journal, Optional.of(target), silence, lateReply, retryDelay, clock);
    }

    public SimulatorSettings withSilence(Duration newSilence) {
        return new SimulatorSettings(
                bindAddress, port, journal, notifications, newSilence, lateReply, retryDelay, clock);
    }

    public SimulatorSettings withLateReply(Duration newDelay) {
        return new SimulatorSettings(bindAddress, port, journal, notifications, silence, newDelay, retryDelay, clock);
    }

    public SimulatorSettings withRetryDelay(Duration newDelay) {
        return new SimulatorSettings(bindAddress, port, journal, notifications, silence, lateReply, newDelay, clock);
    }

    public SimulatorSettings withClock(Clock newClock) {
        return new SimulatorSettings(
                bindAddress, port, journal, notifications, silence, lateReply, retryDelay, newClock);
    }
}
