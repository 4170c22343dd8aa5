package io.ledgerbank.app.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

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

    private record Allowance(Bucket bucket, AtomicBoolean excessTold) {}

    /**
     * What came of counting one request.
     *
     * @param firstExcess whether it is the first of this minute that is not answered
     * @param delay until the next request is answered, nothing when this one is
     * @param reset until all are free again
     */
    public record Count(
            long limit, long remaining, boolean exceeded, boolean firstExcess, Duration delay, Duration reset) {}

    private final TrafficProperties settings;
    private final TimeMeter time;
    private final Cache<Counted, Allowance> allowances;

    RateLimits(TrafficProperties settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
        this.allowances = Caffeine.newBuilder()
                .maximumSize(MOST_COUNTED)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build();
    }

    /** The same for everything, by the clock of the machine. */
    public static RateLimits perMinute(int requests) {
        return new RateLimits(
                new TrafficProperties(requests, requests, requests, List.of()), TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** Counts one more request of somebody. */
    public Count count(Kind kind, String who) {
        int limit = limitOf(kind);
        Allowance allowance = Objects.requireNonNull(allowances.get(new Counted(kind, who), unknown -> full(limit)));
        ConsumptionProbe probe = allowance.bucket().tryConsumeAndReturnRemaining(1);
        boolean toldBefore = allowance.excessTold().getAndSet(!probe.isConsumed());
        return new Count(
                limit,
                probe.getRemainingTokens(),
                !probe.isConsumed(),
                !probe.isConsumed() && !toldBefore,
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

    private Allowance full(int limit) {
        Bucket bucket = Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillIntervally(limit, WINDOW))
                .withCustomTimePrecision(time)
                .build();
        return new Allowance(bucket, new AtomicBoolean());
    }
}
