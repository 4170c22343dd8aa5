package io.ledgerbank.saga.work;

import java.time.Duration;

/**
 * Thrown by a worker whose item cannot be done at this moment through no fault of its own, before anything was done about
 * it: it comes back after the pause, its thread is free meanwhile, and nothing counts as a failure.
 */
public final class ComeBackLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration pause;

    /** @param why for the log */
    public ComeBackLater(Duration pause, String why) {
        super(why, null, false, false);
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
