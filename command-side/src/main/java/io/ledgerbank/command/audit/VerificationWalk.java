package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.command.eventlog.Head;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Walks along the log from checkpoint to checkpoint and then to its end. A range is read by one statement, so no snapshot
 * of the database is held for longer than one range takes. For one thread.
 */
final class VerificationWalk {

    /**
     * After how many events progress is saved. Who resumes begins with the last checkpoint that was passed by then, and so may
     * walk over as many events twice, and over those of a checkpoint's range.
     */
    static final long SAVED_EVERY = 100_000;

    private static final int CHECKPOINTS_AT_ONCE = 100;

    private final CheckpointTable checkpoints;
    private final Ranges ranges;
    private final Trust trust;
    private final Consumer<Verification> save;
    private final Stop stop;

    private Verification progress;
    private long saved;

    VerificationWalk(
            Verification from,
            CheckpointTable checkpoints,
            Ranges ranges,
            Trust trust,
            Consumer<Verification> save,
            Stop stop) {
        this.progress = from;
        this.saved = from.positionsChecked();
        this.checkpoints = checkpoints;
        this.ranges = ranges;
        this.trust = trust;
        this.save = save;
        this.stop = stop;
    }

    /**
     * Where the walk is.
     *
     * @return intact as far as it says, however the walk ended
     */
    Verification progress() {
        return progress;
    }

    /**
     * @param last the checkpoint at which the walk begins
     * @return the first place that is broken
     * @throws Stop.Stopped when asked; progress is saved
     */
    Optional<Finding> walk(Optional<Checkpoint> last) {
        Optional<Checkpoint> passed = last;
        List<Checkpoint> next = checkpoints.behind(Trust.positionOf(passed), CHECKPOINTS_AT_ONCE);
        while (!next.isEmpty()) {
            for (Checkpoint checkpoint : next) {
                Optional<Finding> broken = pass(checkpoint, passed);
                if (broken.isPresent()) {
                    return broken;
                }
                passed = Optional.of(checkpoint);
            }
            next = checkpoints.behind(Trust.positionOf(passed), CHECKPOINTS_AT_ONCE);
        }
        return ranges.examine(headOf(passed), this::passed).broken();
    }

    private Optional<Finding> pass(Checkpoint checkpoint, Optional<Checkpoint> previous) {
        Optional<Finding> doubt = trust.doubt(checkpoint, previous);
        if (doubt.isPresent()) {
            return doubt;
        }
        Ranges.Examined range = ranges.examine(headOf(previous), checkpoint, this::passed);
        Optional<Finding> broken =
                range.broken().or(() -> trust.disagreement(checkpoint, range.reached(), range.tree()));
        if (broken.isEmpty()) {
            progress = progress.passed(checkpoint);
        }
        return broken;
    }

    private void passed(Head event) {
        progress = progress.at(event.position());
        if (event.position() - saved >= SAVED_EVERY) {
            saved = event.position();
            save.accept(progress);
        }
        stop.check();
    }

    private static Head headOf(Optional<Checkpoint> checkpoint) {
        return checkpoint.map(Ranges::head).orElse(Head.START);
    }
}
