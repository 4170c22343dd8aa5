package io.ledgerbank.app.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.PropertyResolver;

/** Finds out why a server could not listen by trying it again: what Tomcat throws does not say. */
final class RefusedListening {

    private static final List<String> OTHER_PORTS = List.of("management.server.port", "ledgerbank.simulator.port");

    private final PropertyResolver settings;

    RefusedListening(PropertyResolver settings) {
        this.settings = settings;
    }

    /** Empty when listening there works by now, so that it was neither the address nor the port. */
    Optional<String> sentenceFor(int port) {
        String portProperty = propertyOf(port);
        return foreignAddress().or(() -> refusal(addressOf(portProperty), port)
                .map(why -> sentence(port, why, variable(portProperty))));
    }

    /** Names the address among the settings that this machine does not have. */
    Optional<String> foreignAddress() {
        return Stream.of("server.address", "management.server.address")
                .flatMap(property -> Optional.ofNullable(settings.getProperty(property))
                        .filter(address -> refusal(Optional.of(address), 0).isPresent())
                        .map(address -> "LedgerBank cannot listen on " + address
                                + ", which is no address of this machine: set " + variable(property)
                                + " to one that is.")
                        .stream())
                .findFirst();
    }

    String portTaken(int port) {
        return portTaken(port, variable(propertyOf(port)));
    }

    private static String sentence(int port, String why, String portVariable) {
        return why.contains("in use")
                ? portTaken(port, portVariable)
                : "LedgerBank cannot listen on port " + port + " (" + why + "): set " + portVariable
                        + " to another port.";
    }

    private static String portTaken(int port, String portVariable) {
        return "Port " + port + " is already in use: stop what listens there or set " + portVariable
                + " to another port.";
    }

    private static Optional<String> refusal(Optional<String> address, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(
                    address.isPresent()
                            ? new InetSocketAddress(InetAddress.getByName(address.get()), port)
                            : new InetSocketAddress(port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Optional.ofNullable(e.getMessage()).orElse("refused"));
        }
    }

    private Optional<String> addressOf(String portProperty) {
        return Optional.ofNullable(settings.getProperty(portProperty.replace(".port", ".address")));
    }

    private String propertyOf(int port) {
        String wanted = Integer.toString(port);
        return Stream.concat(Stream.of("server.port"), OTHER_PORTS.stream())
                .filter(property -> wanted.equals(settings.getProperty(property)))
                .findFirst()
                .orElse("server.port");
    }

    private static String variable(String property) {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
