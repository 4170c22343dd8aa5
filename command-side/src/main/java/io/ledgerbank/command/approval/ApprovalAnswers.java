package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.ApprovalEvent;
import io.ledgerbank.api.approval.ApprovalGranted;
import io.ledgerbank.api.approval.ApprovalProgress;
import io.ledgerbank.api.approval.ApprovalRejected;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.command.idempotency.Rendering;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Shows a request for approval as it was right after one of its events. */
public final class ApprovalAnswers implements Rendering<ApprovalDetails> {

    private final EventStore events;

    ApprovalAnswers(EventStore events) {
        this.events = events;
    }

    @Override
    public ApprovalDetails at(String approvalId, long sequence) {
        List<ApprovalEvent> history = events.readEvents(approvalId, 0)
                .asStream()
                .limit(sequence + 1)
                .map(event -> (ApprovalEvent) event.getPayload())
                .toList();
        ApprovalProgress progress = ApprovalProgress.of((ApprovalRequested) history.getFirst());
        for (ApprovalEvent event : history.subList(1, history.size())) {
            progress = progress.after(event);
        }
        return ApprovalDetails.of(progress, timeOf(history.getLast()));
    }

    /** For commands that may take a second person: what was done, as the other shows it, or what was asked for. */
    public <R> Rendering<Decision<R>> or(Rendering<R> done) {
        return (streamId, sequence) -> isApproval(streamId)
                ? new Decision.Proposed<>(at(streamId, sequence))
                : new Decision.Done<>(done.at(streamId, sequence));
    }

    private boolean isApproval(String streamId) {
        return events.readEvents(streamId, 0).peek().getPayload() instanceof ApprovalRequested;
    }

    private static Instant timeOf(ApprovalEvent event) {
        return switch (event) {
            case ApprovalRequested requested -> requested.requestedAt();
            case ApprovalGranted granted -> granted.grantedAt();
            case ApprovalRejected rejected -> rejected.rejectedAt();
        };
    }
}
