package io.ledgerbank.command.push;

import java.time.Duration;

/** Waits ever longer between attempts that fail one after the other, up to a bound. For one thread. */
final class Backoff {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = SHORTEST;

    boolean isFirst() {
        return next.equals(SHORTEST);
    }

    void pause() throws InterruptedException {
        Thread.sleep(next);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    void reset() {
        next = SHORTEST;
    }
}
