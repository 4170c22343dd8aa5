package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What this node knows of the log's soundness without looking again. Thread-safe. */
public final class Evidence {

    /** What this node does to vouch for the log. */
    enum Work {
        SIGNING,
        VERIFYING
    }

    private final Checkpointing checkpointing;
    private final Clock clock;

    private final Map<Work, Instant> failing = new ConcurrentHashMap<>();
    private volatile Optional<Verification> newest = Optional.empty();
    private volatile Optional<Verification> finished = Optional.empty();

    Evidence(Checkpointing checkpointing, Clock clock) {
        this.checkpointing = checkpointing;
        this.clock = clock;
    }

    void remember(Optional<Verification> newestOfAll, Optional<Verification> newestFinished) {
        newest = newestOfAll;
        finished = newestFinished;
    }

    void succeeded(Work work) {
        failing.remove(work);
    }

    void failed(Work work) {
        failing.putIfAbsent(work, clock.instant());
    }

    boolean isFailing(Work work) {
        return failing.containsKey(work);
    }

    /** Since when this node could not read the log, or what vouches for it, to the end; nothing when it can. */
    public Optional<Instant> unreadableSince() {
        return failing.values().stream().min(Instant::compareTo);
    }

    /** What the last checkpointing or the last verification found broken; a repaired log is cleared by the next ones. */
    public Optional<Finding> damage() {
        return checkpointing.damage().or(() -> finished.flatMap(Verification::firstBroken));
    }

    /** The last checkpoint's position, 0 before the first. */
    public long checkpointPosition() {
        return Trust.positionOf(checkpointing.newest());
    }

    /** How long ago the last checkpoint was signed; a log that does not grow has no new ones. */
    public Optional<Duration> checkpointAge() {
        return checkpointing.newest().map(Checkpoint::signedAt).map(at -> Duration.between(at, clock.instant()));
    }

    /** How many events the newest verification has found intact. */
    public long positionsVerified() {
        return newest.map(Verification::positionsChecked).orElse(0L);
    }
}
