package io.ledgerbank.query.approval;

import io.ledgerbank.api.approval.ApprovalEvent;
import io.ledgerbank.api.approval.ApprovalProgress.Verdict;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.RowFold;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what waits for a second person, and what they said. */
final class ApprovalProjection implements Projection<ApprovalEvent> {

    private final ApprovalTable approvals;

    ApprovalProjection(JdbcClient jdbc) {
        this.approvals = new ApprovalTable(jdbc);
    }

    @Override
    public Class<ApprovalEvent> events() {
        return ApprovalEvent.class;
    }

    @Override
    public void write(List<Recorded<ApprovalEvent>> batch) {
        List<UUID> ids = Recorded.distinct(batch, event -> event.approvalId().value());
        RowFold<Standing> standings = new RowFold<>(approvals.find(ids));
        List<Recorded<ApprovalRequested>> requested = new ArrayList<>();
        for (Recorded<ApprovalEvent> recorded : batch) {
            standings
                    .find(recorded.event().approvalId().value())
                    .ifPresentOrElse(
                            known -> moveOn(known, recorded, standings),
                            () -> requested.add(firstOf(recorded, standings)));
        }
        approvals.insert(requested, standings.added());
        approvals.update(standings.changed());
    }

    private static void moveOn(Standing known, Recorded<ApprovalEvent> recorded, RowFold<Standing> standings) {
        if (recorded.position() > known.lastPosition()) {
            put(recorded, standings);
        }
    }

    private static Recorded<ApprovalRequested> firstOf(Recorded<ApprovalEvent> recorded, RowFold<Standing> standings) {
        if (!(recorded.event() instanceof ApprovalRequested requested)) {
            throw new IllegalStateException("The event at " + recorded.position() + " is of approval "
                    + recorded.event().approvalId() + ", which was not requested");
        }
        put(recorded, standings);
        return recorded.as(requested);
    }

    private static void put(Recorded<ApprovalEvent> recorded, RowFold<Standing> standings) {
        ApprovalEvent event = recorded.event();
        standings.put(event.approvalId().value(), new Standing(Verdict.of(event), recorded.position()));
    }
}
