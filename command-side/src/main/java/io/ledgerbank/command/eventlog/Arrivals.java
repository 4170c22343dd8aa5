package io.ledgerbank.command.eventlog;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts how often the tail of the log has grown in this process's memory, so that whoever looked in vain can wait for
 * more without missing what came between the look and the wait. Thread-safe.
 */
final class Arrivals {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final AtomicLong count = new AtomicLong();

    /** To be read before looking. */
    long count() {
        return count.get();
    }

    void signal() {
        lock.lock();
        try {
            count.incrementAndGet();
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @return whether something has arrived since the count was read; false when the time was over before */
    boolean awaitAfter(long seen, long nanos) throws InterruptedException {
        if (count.get() != seen) {
            return true;
        }
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (count.get() == seen && left > 0) {
                left = grown.awaitNanos(left);
            }
            return count.get() != seen;
        } finally {
            lock.unlock();
        }
    }
}
