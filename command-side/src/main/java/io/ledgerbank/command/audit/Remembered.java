package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import java.util.Optional;

/**
 * What the service knows to have been there, whatever the tables say now: the last checkpoint that this node has signed or
 * seen, the one up to which a verification of any node has come before, and the end of the log. Thread-safe.
 */
final class Remembered {

    private final Checkpointing checkpointing;
    private final CheckpointTable checkpoints;
    private final VerificationTable verifications;
    private final Trust trust;
    private final Losses losses;

    Remembered(
            Checkpointing checkpointing,
            CheckpointTable checkpoints,
            VerificationTable verifications,
            Trust trust,
            Losses losses) {
        this.checkpointing = checkpointing;
        this.checkpoints = checkpoints;
        this.verifications = verifications;
        this.trust = trust;
        this.losses = losses;
    }

    /** What the log and its checkpoints, found intact by themselves, have lost. */
    Optional<Finding> missing() {
        return seenHere().or(this::verifiedBefore).or(() -> losses.finding(Trust.positionOf(checkpoints.newest())));
    }

    /** What is left of the checkpoint still tells whether the log was rewritten. */
    private Optional<Finding> seenHere() {
        return checkpointing
                .newest()
                .filter(seen -> isMissing(seen.position(), SignedForm.of(seen).hash()))
                .map(seen -> trust.storedDisagreement(seen).orElseGet(() -> missing(seen.position())));
    }

    private Optional<Finding> verifiedBefore() {
        return verifications
                .newestIntact()
                .filter(before -> before.checkpointsChecked() > 0)
                .filter(before -> isMissing(before.checkpointPosition(), before.checkpointHash()))
                .map(before -> missing(before.checkpointPosition()));
    }

    private boolean isMissing(long position, String hash) {
        return checkpoints
                .at(position)
                .filter(checkpoint -> SignedForm.of(checkpoint).hash().equals(hash))
                .isEmpty();
    }

    private Finding missing(long position) {
        long last = checkpoints.newest().map(Checkpoint::position).orElse(0L);
        return Finding.at(Math.min(last, position - 1) + 1, Damage.CHECKPOINT_MISSING, position);
    }
}
