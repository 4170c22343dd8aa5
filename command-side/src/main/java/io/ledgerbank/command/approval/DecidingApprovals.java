package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.ApprovalEvent;
import io.ledgerbank.api.approval.ApprovalGranted;
import io.ledgerbank.api.approval.ApprovalProgress;
import io.ledgerbank.api.approval.ApprovalRejected;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.GrantApproval;
import io.ledgerbank.api.approval.RejectApproval;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.request.Explanation;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** What a second person decides: what they agree to happens in the append that says so, or is refused and stays open. */
final class DecidingApprovals {

    private final Repository<Approval> approvals;
    private final Executors executors;
    private final SecondPerson secondPerson;
    private final Clock clock;

    DecidingApprovals(Repository<Approval> approvals, Executors executors, SecondPerson secondPerson, Clock clock) {
        this.approvals = approvals;
        this.executors = executors;
        this.secondPerson = secondPerson;
        this.clock = clock;
    }

    @CommandHandler
    ApprovalDetails handle(GrantApproval command) throws Exception {
        Instant now = Approvals.now(clock);
        Caller approver = secondPerson.asOfNow(command.caller());
        Aggregate<Approval> approval = decidable(command.approvalId(), approver, now);
        ApprovalRequested requested = approval.invoke(Approval::progress).requested();
        requireStillAsking(requested);
        executors.carryOut(requested.proposal(), approver);
        return record(
                approval,
                new ApprovalGranted(command.approvalId(), command.caller().userId(), now),
                now);
    }

    @CommandHandler
    ApprovalDetails handle(RejectApproval command) {
        Explanation.require(command.reason());
        Instant now = Approvals.now(clock);
        Aggregate<Approval> approval = decidable(command.approvalId(), secondPerson.asOfNow(command.caller()), now);
        return record(
                approval,
                new ApprovalRejected(command.approvalId(), command.caller().userId(), command.reason(), now),
                now);
    }

    private Aggregate<Approval> decidable(ApprovalId id, Caller caller, Instant now) {
        caller.requireStaff();
        Aggregate<Approval> approval = load(id);
        ApprovalProgress progress = approval.invoke(Approval::progress);
        executors.refusalOf(progress.requested().proposal(), caller).ifPresent(rejection -> {
            throw new RejectedException(rejection);
        });
        secondPerson.check(progress, caller, now).ifPresent(rejection -> {
            throw new RejectedException(rejection);
        });
        return approval;
    }

    /** Who has lost the role that let them ask has asked for nothing any more; others may ask anew. */
    private void requireStillAsking(ApprovalRequested requested) {
        secondPerson
                .asOfNow(requested.requestedBy())
                .flatMap(requester -> executors.refusalOf(requested.proposal(), requester))
                .ifPresent(refusal -> {
                    throw new RejectedException(refusal.reason(), "Whoever has asked for it may not any more");
                });
    }

    private static ApprovalDetails record(Aggregate<Approval> approval, ApprovalEvent decision, Instant now) {
        approval.execute(decided -> decided.record(decision));
        return ApprovalDetails.of(approval.invoke(Approval::progress), now);
    }

    private Aggregate<Approval> load(ApprovalId id) {
        try {
            return approvals.load(id.toString());
        } catch (AggregateNotFoundException unknown) {
            throw new RejectedException(Reason.APPROVAL_NOT_FOUND, "There is no request for approval " + id);
        }
    }
}
