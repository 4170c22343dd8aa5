package io.ledgerbank.command.eventlog;

import org.axonframework.modelling.command.ConcurrencyException;

/** Somebody else has appended to the log since it was last looked at: what was decided may rest on an older state. */
final class LostRace extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    LostRace(String message) {
        super(message);
    }

    LostRace(String message, Throwable cause) {
        super(message, cause);
    }
}
