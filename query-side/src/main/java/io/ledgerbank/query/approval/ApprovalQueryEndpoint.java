package io.ledgerbank.query.approval;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/approvals")
@Reads(ProjectionName.APPROVALS)
class ApprovalQueryEndpoint {

    private final ApprovalQueries approvals;

    ApprovalQueryEndpoint(ApprovalQueries approvals) {
        this.approvals = approvals;
    }

    @GetMapping
    Page<ApprovalDetails> approvals(
            @RequestParam Optional<ApprovalState> state,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return approvals.approvals(state, new Paging(limit, cursor), caller);
    }

    @GetMapping("/{id}")
    ApprovalDetails approval(@PathVariable ApprovalId id, Caller caller) {
        return approvals.approval(id, caller);
    }
}
