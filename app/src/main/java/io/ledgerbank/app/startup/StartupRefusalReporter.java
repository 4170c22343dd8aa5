package io.ledgerbank.app.startup;

import io.ledgerbank.simulator.SimulatorCannotStart;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.StandardEnvironment;

/** Says why a start was refused, in one sentence on standard error; what it does not know is left to Spring Boot. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartupRefusalReporter implements SpringBootExceptionReporter {

    private final RefusedListening listening;

    StartupRefusalReporter(@Nullable ConfigurableApplicationContext context) {
        this.listening = new RefusedListening(context == null ? new StandardEnvironment() : context.getEnvironment());
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
            case PortInUseException taken -> Optional.of(listening.portTaken(taken.getPort()));
            case ConnectorStartFailedException failed -> listening.sentenceFor(failed.getPort());
            case BindException refused ->
                listening
                        .foreignAddress()
                        .or(() -> Optional.of("LedgerBank cannot listen where it is told to (" + refused.getMessage()
                                + "): check SERVER_ADDRESS and SERVER_PORT."));
            default -> Optional.empty();
        };
    }
}
