package io.ledgerbank.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The time that all nodes on one database have in common: the node's own, put right by how far it is off the database's. What
 * one node writes down as a deadline is over for another at the same moment, however their own clocks differ. Thread-safe.
 */
final class SharedClock extends Clock {

    /** A difference that matters to nobody: small beside every time-out, and more than it takes to ask. */
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private static final int LOOKS = 3;

    private final Clock own;
    private volatile Duration correction = Duration.ZERO;

    SharedClock(Clock own) {
        this.own = own;
    }

    /** How far the node's own clock is behind the database's; negative when it is ahead. */
    Duration correction() {
        return correction;
    }

    /** Looks a few times and believes the quickest answer, which says most exactly when it was given. */
    void align(Supplier<Instant> database) {
        Look best = Stream.generate(() -> look(database))
                .limit(LOOKS)
                .min((one, other) -> one.took().compareTo(other.took()))
                .orElseThrow();
        boolean matters = best.difference().abs().compareTo(TOLERANCE.plus(best.took())) > 0;
        correction = matters ? best.difference() : Duration.ZERO;
    }

    private Look look(Supplier<Instant> database) {
        Instant before = own.instant();
        Instant there = database.get();
        Duration took = Duration.between(before, own.instant());
        return new Look(Duration.between(before.plus(took.dividedBy(2)), there), took);
    }

    /** What one look at the database's clock said, and how long it took. */
    private record Look(Duration difference, Duration took) {}

    @Override
    public Instant instant() {
        return own.instant().plus(correction);
    }

    @Override
    public ZoneId getZone() {
        return own.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    /** The same time, for whoever counts days. */
    private static final class InZone extends Clock {

        private final Clock shared;
        private final ZoneId zone;

        InZone(Clock shared, ZoneId zone) {
            this.shared = shared;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return shared.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId another) {
            return new InZone(shared, another);
        }
    }
}
