package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.command.eventlog.OneRunner;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out the verification that was asked for, and goes on with one that a stopped or killed node has left: from the
 * last checkpoint passed, if the service itself has signed that it was, and the checkpoint and the log are still as they
 * were; else from the start. Thread-safe.
 */
final class VerificationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRunner.class);

    private final VerificationTable table;
    private final CheckpointTable checkpoints;
    private final StoredHashes hashes;
    private final Ranges ranges;
    private final Trust trust;
    private final Remembered remembered;
    private final OneRunner turns;
    private final TransactionTemplate transactions;
    private final Clock clock;

    VerificationRunner(
            VerificationTable table,
            CheckpointTable checkpoints,
            StoredHashes hashes,
            Ranges ranges,
            Trust trust,
            Remembered remembered,
            OneRunner turns,
            TransactionTemplate transactions,
            Clock clock) {
        this.table = table;
        this.checkpoints = checkpoints;
        this.hashes = hashes;
        this.ranges = ranges;
        this.trust = trust;
        this.remembered = remembered;
        this.turns = turns;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns at once when nothing is asked for, or when another node is at it. */
    void runPending(Stop stop) {
        if (table.running().isPresent()) {
            turns.run(() -> table.running().ifPresent(verification -> run(verification, stop)));
        }
    }

    private void run(Verification left, Stop stop) {
        Optional<Checkpoint> last = resumableAt(left);
        Verification from = last.isPresent() ? left.at(left.checkpointPosition()) : left.fromTheStart();
        VerificationWalk walk = new VerificationWalk(from, checkpoints, ranges, trust, table::save, stop);
        try {
            finish(walk, walk.walk(last));
        } catch (Stop.Stopped stopping) {
            table.save(walk.progress());
            LOG.info("Verification {} goes on when the service starts again", left.id());
        }
    }

    private Optional<Checkpoint> resumableAt(Verification left) {
        return checkpoints
                .at(left.checkpointPosition())
                .filter(checkpoint -> SignedForm.of(checkpoint).hash().equals(left.checkpointHash()))
                .filter(checkpoint -> trust.judge(checkpoint) == SignatureVerdict.GENUINE)
                .filter(checkpoint -> trust.lostHead(checkpoint).isEmpty());
    }

    /** Those who bring checkpoints along until the last moment are heard. */
    private void finish(VerificationWalk walk, Optional<Finding> ofWalk) {
        Optional<Verification> finished = Optional.empty();
        while (finished.isEmpty()) {
            List<Checkpoint> witnesses = table.witnesses(walk.progress().id());
            Optional<Finding> finding = ofWalk.or(() -> contradicted(witnesses)).or(remembered::missing);
            finished = finish(walk.progress(), finding, witnesses.size());
        }
        report(finished.get());
    }

    private Optional<Finding> contradicted(List<Checkpoint> witnesses) {
        return witnesses.stream()
                .filter(witness -> trust.judge(witness) == SignatureVerdict.GENUINE)
                .flatMap(witness -> trust.storedDisagreement(witness).stream())
                .findFirst();
    }

    private Optional<Verification> finish(Verification progress, Optional<Finding> finding, int heard) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Verification finished = progress.finished(now, end(progress, finding), finding);
            if (table.lockRunning().isEmpty()) {
                return Optional.of(finished); // Somebody took it away; what was found is reported all the same.
            }
            if (table.witnesses(progress.id()).size() > heard) {
                return Optional.empty();
            }
            table.save(finished);
            return Optional.of(finished);
        }));
    }

    /** What was verified, unless it was found broken: the log has perhaps grown meanwhile. */
    private StoredHashes.Stored end(Verification progress, Optional<Finding> finding) {
        return finding.isPresent()
                ? hashes.head()
                : hashes.at(progress.positionsChecked()).orElse(StoredHashes.Stored.NONE);
    }

    private static void report(Verification finished) {
        finished.firstBroken()
                .ifPresentOrElse(
                        finding -> LOG.error("The event log is broken: {}", finding),
                        () -> LOG.info(
                                "The event log is intact up to position {}, as are its {} checkpoints",
                                finished.positionsChecked(),
                                finished.checkpointsChecked()));
    }
}
