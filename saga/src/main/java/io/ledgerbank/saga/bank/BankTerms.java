package io.ledgerbank.saga.bank;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How one bank is called, and what it offers.
 *
 * @param timeout for the whole of one call
 * @param connectTimeout for a connection to come about
 * @param concurrentCalls how many calls of this node may wait for the bank at a time
 * @param callsPerSecond how many calls this node makes in a second at most; without it as many as it likes
 */
public record BankTerms(
        Duration timeout,
        Duration connectTimeout,
        int concurrentCalls,
        OptionalInt callsPerSecond,
        BreakerTerms breaker,
        Set<Capability> capabilities) {

    private static final int MOST_CALLS = 1_000_000;

    public BankTerms {
        if (!timeout.isPositive() || !connectTimeout.isPositive()) {
            throw new IllegalArgumentException("The time-outs in ledgerbank.banks must be longer than nothing");
        }
        if (concurrentCalls < 1 || concurrentCalls > MOST_CALLS) {
            throw new IllegalArgumentException(
                    "A bank's concurrent-calls must be between 1 and " + MOST_CALLS + ", not " + concurrentCalls);
        }
        if (callsPerSecond.orElse(1) < 1 || callsPerSecond.orElse(1) > MOST_CALLS) {
            throw new IllegalArgumentException("A bank's calls-per-second must be between 1 and " + MOST_CALLS
                    + ", or 0 for as many as there are, not " + callsPerSecond.getAsInt());
        }
        capabilities = Set.copyOf(capabilities);
    }

    /** The same, with so few calls at a time that one of these workers, if there is another, is always left to other banks. */
    BankTerms leavingOneOf(int workers) {
        int most = Math.max(1, workers - 1);
        return new BankTerms(
                timeout, connectTimeout, Math.min(concurrentCalls, most), callsPerSecond, breaker, capabilities);
    }

    /** Whether the same instruction may be sent again without being executed again. */
    public boolean dedupes() {
        return capabilities.contains(Capability.DEDUPES);
    }

    /** Whether the bank can be asked what became of an instruction. */
    public boolean inquires() {
        return capabilities.contains(Capability.INQUIRES);
    }
}
