package io.ledgerbank.command.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes whoever keeps failing to log in as somebody wait longer and longer. It counts by household and user together: from
 * everywhere else the user gets in as before, so nobody can be locked out from elsewhere. Whether the user exists makes no
 * difference. Of this node's memory only; thread-safe.
 */
final class LoginBackoff {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final long MOST_REMEMBERED = 100_000;
    private static final int LONGEST_NAME = 256;

    private record Pair(String name, String address) {}

    private record Failures(int count, Instant waitsUntil) {

        /** Nobody waits for it any longer: it was let in when the wait before it was over. */
        Failures takenBack(Instant now) {
            return new Failures(Math.max(0, count - 1), now);
        }
    }

    private final Clock clock;
    private final Cache<Pair, Failures> failures;

    LoginBackoff(Clock clock) {
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(MEMORY)
                .build();
    }

    /**
     * Counts an attempt as failed until {@link #succeeded} says otherwise, so that many at once are not one.
     *
     * @throws RejectedException {@code too_many_failed_logins} while the pair has to wait
     */
    void attempt(String name, String address) {
        Instant now = clock.instant();
        failures.asMap().compute(pair(name, address), (pair, before) -> next(before == null ? none(now) : before, now));
    }

    /** How long the pair has to wait from now on; nothing if it may try at once. */
    Duration waitOf(String name, String address) {
        Instant now = clock.instant();
        return Optional.ofNullable(failures.getIfPresent(pair(name, address)))
                .map(Failures::waitsUntil)
                .filter(now::isBefore)
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    void succeeded(String name, String address) {
        failures.invalidate(pair(name, address));
    }

    /** Takes an attempt back that nobody has found to be right or wrong: whoever was only turned away has not failed. */
    void undecided(String name, String address) {
        failures.asMap().computeIfPresent(pair(name, address), (pair, counted) -> counted.takenBack(clock.instant()));
    }

    private static Failures none(Instant now) {
        return new Failures(0, now);
    }

    private static Failures next(Failures before, Instant now) {
        if (now.isBefore(before.waitsUntil())) {
            throw RejectedException.forNow(Reason.TOO_MANY_FAILED_LOGINS, Duration.between(now, before.waitsUntil()));
        }
        int count = before.count() + 1;
        return new Failures(count, now.plus(waitAfter(count)));
    }

    private static Duration waitAfter(int count) {
        if (count < FREE_FAILURES) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_FAILURES, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** As {@link EmailAddress} reads it, so that spelling it differently is no way around. */
    private static Pair pair(String name, String address) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return new Pair(
                plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain, Household.of(address));
    }
}
