package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.command.eventlog.Head;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs what the log has grown by since the checkpoint before, after it has verified it: what was tampered with is never
 * signed, nor what is behind an event that the service has seen and the log has no more. Several nodes may do so at once; one checkpoint is kept. Thread-safe.
 */
final class Checkpointing {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointing.class);

    private final CheckpointTable table;
    private final StoredHashes hashes;
    private final Ranges ranges;
    private final Trust trust;
    private final Losses losses;
    private final SigningKeys keys;
    private final Clock clock;

    private volatile Optional<Checkpoint> newest = Optional.empty();
    private volatile Optional<Finding> damage = Optional.empty();

    Checkpointing(
            CheckpointTable table,
            StoredHashes hashes,
            Ranges ranges,
            Trust trust,
            Losses losses,
            SigningKeys keys,
            Clock clock) {
        this.table = table;
        this.hashes = hashes;
        this.ranges = ranges;
        this.trust = trust;
        this.losses = losses;
        this.keys = keys;
        this.clock = clock;
    }

    /** Does nothing when the log has not grown, and signs nothing when it is broken. */
    synchronized void run(Stop stop) {
        Optional<Checkpoint> previous = table.newest();
        Optional<Finding> found = doubt(previous).or(() -> signBehind(previous, stop));
        if (!found.equals(damage)) {
            found.ifPresent(
                    finding -> LOG.error("The event log is broken, no checkpoint of it is signed: {}", finding));
        }
        damage = found;
    }

    /** The last one that this node has signed or seen. */
    Optional<Checkpoint> newest() {
        return newest;
    }

    /** Why nothing was signed the last time. */
    Optional<Finding> damage() {
        return damage;
    }

    /** A node remembers what it has seen, so that checkpoints do not vanish while it runs. */
    private Optional<Finding> doubt(Optional<Checkpoint> previous) {
        long seen = Trust.positionOf(newest);
        if (Trust.positionOf(previous) < seen) {
            return Optional.of(Finding.at(Trust.positionOf(previous) + 1, Damage.CHECKPOINT_MISSING, seen));
        }
        return previous.flatMap(
                checkpoint -> trust.doubt(checkpoint, checkpoint.position()).or(() -> trust.lostHead(checkpoint)));
    }

    private Optional<Finding> signBehind(Optional<Checkpoint> previous, Stop stop) {
        newest = previous;
        Head from = previous.map(Ranges::head).orElse(Head.START);
        if (hashes.head().position() == from.position()) {
            return losses.finding(from.position());
        }
        Ranges.Examined range = ranges.examine(from, event -> stop.check());
        Optional<Finding> found = range.broken().or(() -> losses.finding(from.position()));
        if (found.isEmpty()) {
            keep(signed(range, previous));
        }
        return found;
    }

    private Checkpoint signed(Ranges.Examined range, Optional<Checkpoint> previous) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Checkpoint unsigned = new Checkpoint(
                range.reached().position(),
                range.reached().hash().toString(),
                range.tree().size(),
                range.tree().root().toString(),
                now,
                Trust.positionOf(previous),
                Trust.previousHash(previous),
                keys.ownId(),
                "");
        return new Checkpoint(
                unsigned.position(),
                unsigned.headHash(),
                unsigned.events(),
                unsigned.merkleRoot(),
                unsigned.signedAt(),
                unsigned.previousPosition(),
                unsigned.previousHash(),
                unsigned.keyId(),
                keys.sign(SignedForm.of(unsigned)));
    }

    private void keep(Checkpoint checkpoint) {
        if (table.add(checkpoint)) {
            newest = Optional.of(checkpoint);
            LOG.debug("Checkpoint {}", checkpoint);
        } else {
            LOG.debug("Another node has signed behind position {} first", checkpoint.previousPosition());
        }
    }
}
