package io.ledgerbank.command.eventlog;

import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Another node was faster: what was decided may rest on an older state. Thrown while a batch is written, it lets the whole
 * batch be decided again.
 */
public final class LostRace extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    public LostRace(String message) {
        super(message);
    }

    LostRace(String message, Throwable cause) {
        super(message, cause);
    }
}
