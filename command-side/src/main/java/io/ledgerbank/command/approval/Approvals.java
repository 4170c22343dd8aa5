package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.user.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** For command handlers: records what takes a second person instead of doing it. Belongs to the lane's thread. */
public final class Approvals {

    private final Repository<Approval> approvals;
    private final Clock clock;
    private final Duration expiresAfter;

    Approvals(Repository<Approval> approvals, Clock clock, Duration expiresAfter) {
        this.approvals = approvals;
        this.clock = clock;
        this.expiresAfter = expiresAfter;
    }

    /**
     * Records the request. Whoever calls has asked every policy before, as if it were done now.
     *
     * @throws RejectedException when the reason is none that people can read
     */
    public <R> Decision<R> propose(Proposal proposal, String reason, Caller caller) throws Exception {
        ApprovalReason.require(reason);
        Instant now = now(clock);
        ApprovalRequested requested = new ApprovalRequested(
                ApprovalId.next(), proposal, reason, caller.userId(), now, now.plus(expiresAfter));
        Aggregate<Approval> approval = approvals.newInstance(() -> new Approval(requested));
        return new Decision.Proposed<>(ApprovalDetails.of(approval.invoke(Approval::progress), now));
    }

    /** To the microsecond, as the database keeps it, so that what is answered now and what is read later agree. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
