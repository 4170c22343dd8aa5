package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.ApprovalProgress;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.request.Explanation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.modelling.command.Repository;

/**
 * For command handlers: records what takes a second person instead of doing it, once for as long as it is open. Belongs to
 * the lane's thread.
 */
public final class Approvals {

    private final Repository<Approval> approvals;
    private final AskedBefore askedBefore;
    private final Clock clock;
    private final Duration expiresAfter;

    Approvals(Repository<Approval> approvals, AskedBefore askedBefore, Clock clock, Duration expiresAfter) {
        this.approvals = approvals;
        this.askedBefore = askedBefore;
        this.clock = clock;
        this.expiresAfter = expiresAfter;
    }

    /**
     * Records the request, unless the same caller's request for the same, for the same reason, is open still: then it is that
     * one. Whoever calls has asked every policy before, as if it were done now.
     *
     * @throws RejectedException when the reason is none that people can read
     */
    public <R> Decision<R> propose(Proposal proposal, String reason, Caller caller) throws Exception {
        Explanation.require(reason);
        Instant now = now(clock);
        AskedBefore.Question question = AskedBefore.Question.of(proposal, reason, caller);
        int times = askedBefore.times(question);
        Optional<ApprovalProgress> open = askedBefore.last(question, times).flatMap(last -> open(last, now));
        ApprovalProgress progress = open.isPresent()
                ? open.get()
                : ask(
                        new ApprovalRequested(
                                ApprovalId.next(), proposal, reason, caller.userId(), now, now.plus(expiresAfter)),
                        question,
                        times);
        return new Decision.Proposed<>(ApprovalDetails.of(progress, now));
    }

    private Optional<ApprovalProgress> open(ApprovalId id, Instant now) {
        ApprovalProgress progress = approvals.load(id.toString()).invoke(Approval::progress);
        return Optional.of(progress).filter(known -> known.stateAt(now) == ApprovalState.PENDING);
    }

    private ApprovalProgress ask(ApprovalRequested requested, AskedBefore.Question question, int times)
            throws Exception {
        askedBefore.remember(question, times, requested.approvalId());
        return approvals.newInstance(() -> new Approval(requested)).invoke(Approval::progress);
    }

    /** To the microsecond, as the database keeps it, so that what is answered now and what is read later agree. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
