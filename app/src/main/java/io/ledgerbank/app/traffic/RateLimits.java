package io.ledgerbank.app.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Objects;

/**
 * Counts what everybody asks of this node, each minute anew. Whom it has not heard of for a while it forgets, and of too
 * many it forgets the least active. Thread-safe.
 */
public final class RateLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long MOST_COUNTED = 200_000;

    /** For what requests are counted, each by itself. */
    public enum Kind {
        REQUESTS,
        /** Of everybody who is logged in at one address. */
        REQUESTS_OF_USERS,
        LOGINS,
        REGISTRATIONS,
        NOTIFICATIONS
    }

    private record Counted(Kind kind, String who) {}

    /**
     * What came of counting one request.
     *
     * @param delay until the next request is answered, nothing when this one is
     * @param reset until all are free again
     */
    public record Count(long limit, long remaining, boolean exceeded, Duration delay, Duration reset) {}

    private final TrafficProperties settings;
    private final TimeMeter time;
    private final Cache<Counted, Bucket> buckets;

    RateLimits(TrafficProperties settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_COUNTED)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build();
    }

    /** Counts one more request of somebody. */
    public Count count(Kind kind, String who) {
        int limit = limitOf(kind);
        Bucket bucket = Objects.requireNonNull(buckets.get(new Counted(kind, who), unknown -> full(limit)));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Count(
                limit,
                probe.getRemainingTokens(),
                !probe.isConsumed(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private int limitOf(Kind kind) {
        return switch (kind) {
            case REQUESTS -> settings.perMinute();
            case REQUESTS_OF_USERS -> settings.perMinuteOfUsers();
            case LOGINS, REGISTRATIONS -> settings.loginsPerMinute();
            case NOTIFICATIONS -> settings.notificationsPerMinute();
        };
    }

    private Bucket full(int limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillIntervally(limit, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }
}
