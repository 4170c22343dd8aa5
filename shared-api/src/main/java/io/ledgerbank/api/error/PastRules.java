package io.ledgerbank.api.error;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which rules decisions of the past followed: those that versions of the service came with, and those that were ever set. */
final class PastRules {

    /** Before there was such a rule, nothing ended a doubt but the number of inquiries. */
    private static final Duration NO_LIMIT = Duration.ofDays(31);

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final RetryRules FIRST = new RetryRules(
            RetryPolicy.linear(2, Duration.ofMillis(500)),
            RetryPolicy.exponential(3, Duration.ofSeconds(1)),
            RetryPolicy.exponential(64, Duration.ofSeconds(1)),
            A_DAY,
            A_DAY,
            NO_LIMIT);
    private static final RetryRules SPREAD = new RetryRules(
            RetryPolicy.linear(2, Duration.ofMillis(500)).spreadBy(200),
            RetryPolicy.exponential(3, Duration.ofSeconds(1)).spreadBy(200),
            RetryPolicy.exponential(64, Duration.ofSeconds(1)),
            A_DAY,
            A_DAY,
            NO_LIMIT);

    private final Map<Integer, RetryRules> known = new ConcurrentHashMap<>(
            Map.of(1, FIRST, 2, SPREAD, 3, SPREAD, 4, SPREAD, 5, SPREAD, ErrorCatalog.BUILT_IN, RetryRules.DEFAULT));

    /** @throws IllegalStateException when other rules are known by the same number */
    void add(RetryRules rules) {
        RetryRules before = known.putIfAbsent(rules.version(), rules);
        if (before != null && !before.equals(rules)) {
            throw new IllegalStateException("Two error catalogues have the number " + rules.version()
                    + "; change any setting of ledgerbank.errors");
        }
    }

    Optional<RetryRules> find(int version) {
        return Optional.ofNullable(known.get(version));
    }
}
