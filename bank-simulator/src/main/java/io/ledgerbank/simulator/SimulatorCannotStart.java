package io.ledgerbank.simulator;

/** The simulator did not start; the message is one sentence that says why and what to do. */
public final class SimulatorCannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SimulatorCannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
