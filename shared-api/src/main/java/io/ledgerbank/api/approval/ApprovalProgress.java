package io.ledgerbank.api.approval;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What has become of a request for approval: a fold of its events, the same for whoever decides or shows it.
 *
 * @param verdict empty until a second person has decided
 */
public record ApprovalProgress(ApprovalRequested requested, Optional<Verdict> verdict) {

    /**
     * What a second person said.
     *
     * @param reason given when they disagree
     */
    public record Verdict(ApprovalState state, UserId decidedBy, Instant decidedAt, Optional<String> reason) {

        /** What the event says, if it is a decision. */
        public static Optional<Verdict> of(ApprovalEvent event) {
            return switch (event) {
                case ApprovalRequested requested -> Optional.empty();
                case ApprovalGranted granted ->
                    Optional.of(new Verdict(
                            ApprovalState.APPROVED, granted.grantedBy(), granted.grantedAt(), Optional.empty()));
                case ApprovalRejected rejected ->
                    Optional.of(new Verdict(
                            ApprovalState.REJECTED,
                            rejected.rejectedBy(),
                            rejected.rejectedAt(),
                            Optional.of(rejected.reason())));
            };
        }
    }

    public static ApprovalProgress of(ApprovalRequested requested) {
        return new ApprovalProgress(requested, Optional.empty());
    }

    /** After one more event of the same request. */
    public ApprovalProgress after(ApprovalEvent event) {
        return new ApprovalProgress(requested, Verdict.of(event));
    }

    /** A request expires by time alone, so its state depends on when one asks. */
    public ApprovalState stateAt(Instant time) {
        return verdict.map(Verdict::state)
                .orElseGet(() -> time.isBefore(requested.expiresAt()) ? ApprovalState.PENDING : ApprovalState.EXPIRED);
    }
}
