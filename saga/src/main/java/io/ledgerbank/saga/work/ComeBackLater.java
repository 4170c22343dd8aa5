package io.ledgerbank.saga.work;

import java.time.Duration;

/**
 * Thrown by a worker whose item has to wait through no fault of its own, such as for a place in a bank's bulkhead: the item
 * comes back after a while, the thread is free at once, and nothing counts as failed.
 */
public final class ComeBackLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration pause;

    /** @param why for whoever reads the log */
    public ComeBackLater(Duration pause, String why) {
        super(why, null, false, false);
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
