package io.ledgerbank.command.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What auditors are told of the newest verification of the whole log.
 *
 * @param intact known once it has finished
 * @param positionsChecked all of them, from the first event on, are intact
 * @param checkpointsChecked with all of which the log agrees
 * @param headPosition where the log ended when this was written
 */
public record VerificationReport(
        State state,
        Optional<Boolean> intact,
        long positionsChecked,
        long checkpointsChecked,
        long headPosition,
        String headHash,
        Optional<Finding> firstBroken,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    /** Where it is. */
    public enum State {
        /** None was ever asked for. */
        NONE,
        RUNNING,
        /** It runs, but the node that answers has failed at it and tries again. */
        STALLED,
        FINISHED
    }

    static VerificationReport none(StoredHashes.Stored head) {
        return new VerificationReport(
                State.NONE,
                Optional.empty(),
                0,
                0,
                head.position(),
                head.hash(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static VerificationReport of(Verification verification, Evidence evidence) {
        return new VerificationReport(
                state(verification, evidence),
                verification.finishedAt().map(end -> verification.firstBroken().isEmpty()),
                verification.positionsChecked(),
                verification.checkpointsChecked(),
                verification.head().position(),
                verification.head().hash(),
                verification.firstBroken(),
                Optional.of(verification.startedAt()),
                verification.finishedAt());
    }

    private static State state(Verification verification, Evidence evidence) {
        if (!verification.isRunning()) {
            return State.FINISHED;
        }
        return evidence.isFailing(Evidence.Work.VERIFYING) ? State.STALLED : State.RUNNING;
    }
}
