package io.ledgerbank.app.startup;

import io.ledgerbank.simulator.SimulatorCannotStart;
import java.net.BindException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why a start was refused, in one sentence on standard error; what it does not know is left to Spring Boot. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartupRefusalReporter implements SpringBootExceptionReporter {

    private final @Nullable ConfigurableApplicationContext context;

    StartupRefusalReporter(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .flatMap(cause -> sentenceFor(cause).stream())
                .findFirst();
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    private Optional<String> sentenceFor(Throwable cause) {
        return switch (cause) {
            case StartupRefused refused -> Optional.ofNullable(refused.getMessage());
            case SimulatorCannotStart cannot -> Optional.of(cannot.getMessage() + ".");
            case PortInUseException taken -> Optional.of(portTaken(taken.getPort()));
            case ConnectorStartFailedException failed -> Optional.of(portTaken(failed.getPort()));
            case BindException taken ->
                Optional.of("A port that LedgerBank needs is already in use (" + taken.getMessage() + ").");
            default -> Optional.empty();
        };
    }

    private String portTaken(int port) {
        return "Port " + port + " is already in use: stop what listens there or set " + variableFor(port)
                + " to another port.";
    }

    private String variableFor(int port) {
        if (context == null) {
            return "SERVER_PORT";
        }
        String wanted = Integer.toString(port);
        return Stream.of("management.server.port", "ledgerbank.simulator.port")
                .filter(property -> wanted.equals(context.getEnvironment().getProperty(property)))
                .map(property -> property.replace('.', '_').toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse("SERVER_PORT");
    }
}
