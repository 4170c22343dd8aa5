package io.ledgerbank.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Deliberate waiting that the end of the simulator cuts short. Thread-safe. */
final class Pause {

    private final CountDownLatch ended = new CountDownLatch(1);

    /** Waits so long; throws {@link Interrupted} when the simulator ends meanwhile. */
    void of(Duration duration) {
        try {
            if (ended.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Interrupted();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    void end() {
        ended.countDown();
    }

    static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Interrupted() {
            super("The simulator is stopping");
        }
    }
}
