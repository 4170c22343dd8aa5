package io.ledgerbank.saga.payment;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.RecordOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what a bank answered to an attempt. What is certain is worth some tries: whoever forgot it had to ask for it again,
 * and not every bank can be asked.
 */
final class RecordingAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingAnswers.class);

    private final CommandGateway commands;
    private final Clock clock;

    RecordingAnswers(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** @param until nobody else does anything about the attempt before then */
    void record(RecordOutcome command, Instant until) {
        for (int failures = 1; !recorded(command, until, failures); failures++) {
            LOG.warn("What is known of payment {} could not be recorded {} times", command.paymentId(), failures);
        }
    }

    private boolean recorded(RecordOutcome command, Instant until, int failures) {
        try {
            commands.sendAndWait(command);
            return true;
        } catch (RuntimeException failure) {
            if (!mayPass(failure) || command.outcome() instanceof Outcome.Unknown) {
                throw failure;
            }
            pause(until, failures, failure);
            return false;
        }
    }

    private static boolean mayPass(RuntimeException failure) {
        return !(failure instanceof RejectedException refused)
                || refused.reason().category().mayPass();
    }

    private void pause(Instant until, int failures, RuntimeException failure) {
        Duration pause = ErrorCatalog.outages().delayAfter(failures).orElseThrow();
        if (clock.instant().plus(pause).isAfter(until)) {
            throw failure;
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
