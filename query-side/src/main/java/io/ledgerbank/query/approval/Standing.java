package io.ledgerbank.query.approval;

import io.ledgerbank.api.approval.ApprovalProgress.Verdict;
import io.ledgerbank.api.approval.ApprovalState;
import java.util.Optional;

/** What a second person has said so far, and the position of the last event that this reflects. */
record Standing(Optional<Verdict> verdict, long lastPosition) {

    /** As it is kept: that a request has expired is seen when somebody looks. */
    ApprovalState state() {
        return verdict.map(Verdict::state).orElse(ApprovalState.PENDING);
    }
}
