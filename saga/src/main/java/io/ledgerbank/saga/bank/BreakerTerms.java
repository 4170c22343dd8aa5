package io.ledgerbank.saga.bank;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a bank is left alone for a while.
 *
 * @param calls how many of the latest calls are looked at
 * @param leastCalls before so many nothing is concluded
 * @param failurePercent from which share of calls without a usable answer the bank is left alone
 * @param openFor for how long
 * @param trials how many calls are then made to see whether it has recovered
 */
public record BreakerTerms(
        @DefaultValue("20") int calls,
        @DefaultValue("10") int leastCalls,
        @DefaultValue("50") int failurePercent,
        @DefaultValue("10s") Duration openFor,
        @DefaultValue("3") int trials) {

    private static final int ALL = 100;
    private static final int MOST_CALLS = 10_000;

    public BreakerTerms {
        requireWithin("calls", calls, MOST_CALLS);
        requireWithin("least-calls", leastCalls, calls);
        requireWithin("failure-percent", failurePercent, ALL);
        requireWithin("trials", trials, MOST_CALLS);
        if (openFor.toMillis() < 1) {
            throw new IllegalArgumentException("A bank's breaker.open-for must be longer than nothing");
        }
    }

    private static void requireWithin(String name, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(
                    "A bank's breaker." + name + " must be between 1 and " + most + ", not " + number);
        }
    }
}
