package io.ledgerbank.command.audit;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tells long work that the service is stopping. Thread-safe. */
class Stop {

    /** The work was given up; nothing of it is lost that was saved. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The service is stopping", null, false, false);
        }
    }

    private final AtomicBoolean asked = new AtomicBoolean();

    void ask() {
        asked.set(true);
    }

    /** @throws Stopped once asked */
    void check() {
        if (asked.get()) {
            throw new Stopped();
        }
    }
}
