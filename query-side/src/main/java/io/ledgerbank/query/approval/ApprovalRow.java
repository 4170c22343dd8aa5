package io.ledgerbank.query.approval;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.ApprovalProgress;
import io.ledgerbank.api.approval.ApprovalProgress.Verdict;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A request for approval as it is kept. */
@Entity
@Immutable
@Table(schema = "readmodel", name = "approval")
class ApprovalRow implements Listed {

    @Id
    private UUID id;

    private String proposal;
    private String reason;
    private UUID requestedBy;
    private Instant requestedAt;
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private ApprovalState state;

    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decisionReason;
    private long position;

    @SuppressWarnings("NullAway.Init")
    ApprovalRow() {}

    /** The same answer as the command's, because both are made of the same event and fold. */
    ApprovalDetails detailsAt(Instant time) {
        var requested = new ApprovalRequested(
                new ApprovalId(id),
                ProposalJson.read(proposal),
                reason,
                new UserId(requestedBy),
                requestedAt,
                expiresAt);
        return ApprovalDetails.of(new ApprovalProgress(requested, verdict()), time);
    }

    @Override
    public Object sortKey() {
        return requestedAt;
    }

    @Override
    public long position() {
        return position;
    }

    private Optional<Verdict> verdict() {
        if (decidedBy == null || decidedAt == null) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(state, new UserId(decidedBy), decidedAt, Optional.ofNullable(decisionReason)));
    }
}
