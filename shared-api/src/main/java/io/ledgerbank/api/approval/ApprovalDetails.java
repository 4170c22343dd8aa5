package io.ledgerbank.api.approval;

import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A request for approval as the bank's staff see one.
 *
 * @param resource the address of what it would change
 * @param decisionReason why it was rejected
 */
public record ApprovalDetails(
        ApprovalId id,
        ApprovalState state,
        Proposal proposal,
        String resource,
        String reason,
        UserId requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        Optional<UserId> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> decisionReason) {

    /** As it is at this time. */
    public static ApprovalDetails of(ApprovalProgress progress, Instant time) {
        ApprovalRequested requested = progress.requested();
        return new ApprovalDetails(
                requested.approvalId(),
                progress.stateAt(time),
                requested.proposal(),
                requested.proposal().resource(),
                requested.reason(),
                requested.requestedBy(),
                requested.requestedAt(),
                requested.expiresAt(),
                progress.verdict().map(ApprovalProgress.Verdict::decidedBy),
                progress.verdict().map(ApprovalProgress.Verdict::decidedAt),
                progress.verdict().flatMap(ApprovalProgress.Verdict::reason));
    }
}
