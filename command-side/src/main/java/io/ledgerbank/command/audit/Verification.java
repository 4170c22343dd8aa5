package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a walk along the whole log has come.
 *
 * @param positionsChecked all from 1 to this one are intact
 * @param checkpointsChecked with which the log agrees
 * @param checkpointPosition of the last of them, 0 before the first
 * @param checkpointHash of what was signed of it
 * @param head where the log ended when this was written
 * @param firstBroken ends the walk
 */
record Verification(
        UUID id,
        Instant startedAt,
        Optional<Instant> finishedAt,
        long positionsChecked,
        long checkpointsChecked,
        long checkpointPosition,
        String checkpointHash,
        StoredHashes.Stored head,
        Optional<Finding> firstBroken) {

    private static final String TITLE = "LedgerBank verification 1";

    static Verification begun(UUID id, Instant startedAt, StoredHashes.Stored head) {
        return new Verification(
                id, startedAt, Optional.empty(), 0, 0, 0, Trust.previousHash(Optional.empty()), head, Optional.empty());
    }

    boolean isRunning() {
        return finishedAt.isEmpty();
    }

    /** The same walk, not begun yet. */
    Verification fromTheStart() {
        return begun(id, startedAt, head);
    }

    Verification at(long position) {
        return new Verification(
                id,
                startedAt,
                finishedAt,
                position,
                checkpointsChecked,
                checkpointPosition,
                checkpointHash,
                head,
                firstBroken);
    }

    Verification passed(Checkpoint checkpoint) {
        return new Verification(
                id,
                startedAt,
                finishedAt,
                checkpoint.position(),
                checkpointsChecked + 1,
                checkpoint.position(),
                SignedForm.of(checkpoint).hash(),
                head,
                firstBroken);
    }

    /** Whatever was walked over behind a broken place does not count as checked. */
    Verification finished(Instant now, StoredHashes.Stored end, Optional<Finding> finding) {
        return new Verification(
                id,
                startedAt,
                Optional.of(now),
                finding.map(found -> Math.min(found.position() - 1, positionsChecked))
                        .orElse(positionsChecked),
                checkpointsChecked,
                checkpointPosition,
                checkpointHash,
                end,
                finding);
    }

    /** What is signed of it, so that nobody else can move it on, end it or say what it found. */
    SignedForm form() {
        SignedForm form = new SignedForm(TITLE)
                .text(id.toString())
                .time(startedAt)
                .number(positionsChecked)
                .number(checkpointsChecked)
                .number(checkpointPosition)
                .hex(checkpointHash)
                .number(head.position())
                .hex(head.hash());
        finishedAt.ifPresentOrElse(time -> form.number(1).time(time), () -> form.number(0));
        firstBroken.ifPresentOrElse(finding -> sign(finding, form.number(1)), () -> form.number(0));
        return form;
    }

    private static void sign(Finding finding, SignedForm form) {
        form.text(finding.damage().name())
                .number(finding.position())
                .number(finding.checkpoint().orElse(0L));
    }
}
