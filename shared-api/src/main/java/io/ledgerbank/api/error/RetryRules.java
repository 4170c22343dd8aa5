package io.ledgerbank.api.error;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/**
 * The part of the error catalogue that whoever runs the service may set: what is tried again, how often and after which wait.
 *
 * @param inquiries how often and how patiently a bank is asked what became of a payment before a person has to
 * @param longestWaitAskedFor up to which a bank's wish to wait is honoured
 * @param longestWaitBetweenInquiries likewise when it is asked: nobody knows then whose wish it is
 * @param longestDoubt for how long the outcome of a payment may be unknown before it is left to a person, however often its
 *     bank was asked
 */
public record RetryRules(
        RetryPolicy system,
        RetryPolicy externalDependency,
        RetryPolicy inquiries,
        Duration longestWaitAskedFor,
        Duration longestWaitBetweenInquiries,
        Duration longestDoubt) {

    private static final Duration LONGEST = Duration.ofDays(31);

    /** What holds unless something else is set. */
    public static final RetryRules DEFAULT = new RetryRules(
            RetryPolicy.linear(2, Duration.ofMillis(500)).spreadBy(200),
            RetryPolicy.exponential(3, Duration.ofSeconds(1)).spreadBy(200),
            RetryPolicy.exponential(64, Duration.ofSeconds(1)).spreadBy(200),
            Duration.ofDays(1),
            Duration.ofMinutes(5),
            Duration.ofHours(4));

    /** What clients are told; nobody here tries such a thing again. */
    private static final RetryPolicy RATE_LIMIT = RetryPolicy.linear(3, Duration.ofMinutes(1));

    private static final int MOST_ATTEMPTS = 1000;
    private static final int PER_MILLE = 1000;
    private static final int NOT_BUILT_IN = 1 << 30;

    /** @throws IllegalArgumentException naming the first rule that cannot be */
    public RetryRules {
        check("system", system);
        check("external-dependency", externalDependency);
        check("inquiries", inquiries);
        check("longest-wait-asked-for", longestWaitAskedFor);
        check("longest-wait-between-inquiries", longestWaitBetweenInquiries);
        check("longest-doubt", longestDoubt);
    }

    /** Reasons of most categories are never tried again, whatever is set. */
    public RetryPolicy of(Category category) {
        return switch (category) {
            case SYSTEM -> system;
            case EXTERNAL_DEPENDENCY -> externalDependency;
            case RATE_LIMIT -> RATE_LIMIT;
            case VALIDATION, AUTHENTICATION, AUTHORIZATION, NOT_FOUND, CONFLICT, BUSINESS_RULE -> RetryPolicy.never();
        };
    }

    /** The number that decisions are recorded with: of rules that were set, one that no version of the service is known by. */
    int version() {
        return equals(DEFAULT) ? ErrorCatalog.BUILT_IN : NOT_BUILT_IN | (hash() & (NOT_BUILT_IN - 1));
    }

    private int hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return (digest[0] & 0xFF) << 24 | (digest[1] & 0xFF) << 16 | (digest[2] & 0xFF) << 8 | (digest[3] & 0xFF);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    private static void check(String rule, RetryPolicy policy) {
        String name = "ledgerbank.errors." + rule;
        require(
                policy.maxAttempts() >= 1 && policy.maxAttempts() <= MOST_ATTEMPTS,
                name + ".max-attempts must be between 1 and " + MOST_ATTEMPTS + ", not " + policy.maxAttempts());
        require(policy.backoff() != Backoff.NONE, name + ".backoff must be LINEAR or EXPONENTIAL");
        require(
                policy.delay().isPositive() && policy.delay().compareTo(policy.longestDelay()) <= 0,
                name + ".delay must be longer than nothing and no longer than its longest-delay, not "
                        + policy.delay());
        check(rule + ".longest-delay", policy.longestDelay());
        require(
                policy.mostJitterPerMille() >= 0 && policy.mostJitterPerMille() <= PER_MILLE,
                name + ".most-jitter-per-mille must be between 0 and 1000, not " + policy.mostJitterPerMille());
    }

    private static void check(String rule, Duration duration) {
        require(
                duration.isPositive() && duration.compareTo(LONGEST) <= 0,
                "ledgerbank.errors." + rule + " must be longer than nothing and at most " + LONGEST.toDays()
                        + " days, not " + duration);
    }

    private static void require(boolean met, String message) {
        if (!met) {
            throw new IllegalArgumentException(message);
        }
    }
}
