package io.ledgerbank.api.error;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether, how often and after which wait something that certainly did not happen is attempted again.
 *
 * @param maxAttempts attempts in all, the first one included
 * @param delay the wait before the second attempt
 * @param longestDelay no wait is longer than this, but for the jitter
 * @param mostJitterPerMille by how much of itself a wait may be longer, so that what failed together comes back spread
 */
public record RetryPolicy(
        int maxAttempts, Backoff backoff, Duration delay, Duration longestDelay, int mostJitterPerMille) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    public static RetryPolicy never() {
        return new RetryPolicy(0, Backoff.NONE, Duration.ZERO, Duration.ZERO, 0);
    }

    public static RetryPolicy linear(int maxAttempts, Duration delay) {
        return new RetryPolicy(maxAttempts, Backoff.LINEAR, delay, LONGEST, 0);
    }

    public static RetryPolicy exponential(int maxAttempts, Duration delay) {
        return new RetryPolicy(maxAttempts, Backoff.EXPONENTIAL, delay, LONGEST, 0);
    }

    /** The same, with waits that may be longer by so many thousandths. */
    RetryPolicy spreadBy(int perMille) {
        return new RetryPolicy(maxAttempts, backoff, delay, longestDelay, perMille);
    }

    public boolean retries() {
        return maxAttempts > 1;
    }

    /**
     * The wait without jitter after so many attempts failed, or nothing when there shall be no other.
     *
     * @param failedAttempts 1 after the first attempt
     */
    public Optional<Duration> delayAfter(int failedAttempts) {
        if (failedAttempts >= maxAttempts) {
            return Optional.empty();
        }
        Duration wait =
                switch (backoff) {
                    case NONE -> Duration.ZERO;
                    case LINEAR -> delay.multipliedBy(failedAttempts);
                    case EXPONENTIAL -> delay.multipliedBy(1L << Math.min(failedAttempts - 1, 30));
                };
        return Optional.of(wait.compareTo(longestDelay) > 0 ? longestDelay : wait);
    }
}
