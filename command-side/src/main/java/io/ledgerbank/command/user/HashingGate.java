package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets few hash at a time and few wait, so that a flood of logins takes neither the processors nor the memory. */
class HashingGate {

    private final Semaphore inside;
    private final Semaphore waiting;
    private final Duration patience;

    HashingGate(int inside, int waiting, Duration patience) {
        this.inside = new Semaphore(inside, true);
        this.waiting = new Semaphore(inside + waiting);
        this.patience = patience;
    }

    /** @throws RejectedException {@code service_unavailable} when too many wait or the wait is too long */
    <T> T pass(Supplier<T> work) {
        if (!waiting.tryAcquire()) {
            throw busy();
        }
        try {
            return oneOfFew(work);
        } finally {
            waiting.release();
        }
    }

    private <T> T oneOfFew(Supplier<T> work) {
        if (!comesIn()) {
            throw busy();
        }
        try {
            return work.get();
        } finally {
            inside.release();
        }
    }

    private boolean comesIn() {
        try {
            return inside.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static RejectedException busy() {
        return new RejectedException(Reason.SERVICE_UNAVAILABLE, "Too many passwords are being checked; try again");
    }
}
