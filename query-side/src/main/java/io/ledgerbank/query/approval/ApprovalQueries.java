package io.ledgerbank.query.approval;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Listing;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.paging.SortColumn;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Answers to staff what waits, or waited, for a second person. Thread-safe. */
public class ApprovalQueries {

    private final ApprovalRows approvals;
    private final EntityManager entities;
    private final Clock clock;

    ApprovalQueries(ApprovalRows approvals, EntityManager entities, Clock clock) {
        this.approvals = approvals;
        this.entities = entities;
        this.clock = clock;
    }

    /** @throws RejectedException {@code insufficient_permissions} */
    public Page<ApprovalDetails> approvals(Optional<ApprovalState> state, Paging paging, Caller caller) {
        caller.requireStaff();
        Instant now = clock.instant();
        return Listing.of(ApprovalRow.class, "readmodel.approval", SortColumn.time("requested_at"))
                .whereGiven("state = :state", "state", state.map(ApprovalQueries::kept))
                .whereGiven(
                        "expires_at > :now",
                        "now",
                        state.filter(ApprovalState.PENDING::equals).map(pending -> now))
                .whereGiven(
                        "expires_at <= :now",
                        "now",
                        state.filter(ApprovalState.EXPIRED::equals).map(expired -> now))
                .page(entities, paging)
                .map(row -> row.detailsAt(now));
    }

    /** @throws RejectedException {@code insufficient_permissions} or {@code approval_not_found} */
    public ApprovalDetails approval(ApprovalId id, Caller caller) {
        caller.requireStaff();
        return approvals
                .findById(id.value())
                .map(row -> row.detailsAt(clock.instant()))
                .orElseThrow(() ->
                        new RejectedException(Reason.APPROVAL_NOT_FOUND, "There is no request for approval " + id));
    }

    /** What has expired is kept as what nobody has decided. */
    private static String kept(ApprovalState state) {
        return (state == ApprovalState.EXPIRED ? ApprovalState.PENDING : state).name();
    }
}
