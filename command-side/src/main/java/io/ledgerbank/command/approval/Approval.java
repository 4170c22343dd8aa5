package io.ledgerbank.command.approval;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ledgerbank.api.approval.ApprovalEvent;
import io.ledgerbank.api.approval.ApprovalProgress;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.id.ApprovalId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A request for a second person's approval, and what became of it. Whether it may be decided, others decide. */
class Approval {

    @AggregateIdentifier
    private ApprovalId approvalId;

    private ApprovalProgress progress;

    @SuppressWarnings("NullAway.Init")
    Approval() {}

    @SuppressWarnings("NullAway.Init")
    Approval(ApprovalRequested requested) {
        apply(requested);
    }

    void record(ApprovalEvent event) {
        apply(event);
    }

    ApprovalProgress progress() {
        return progress;
    }

    @EventSourcingHandler
    void on(ApprovalRequested event) {
        approvalId = event.approvalId();
        progress = ApprovalProgress.of(event);
    }

    @EventSourcingHandler
    void on(ApprovalEvent event) {
        progress = progress.after(event);
    }
}
