package io.ledgerbank.query.explanation;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Reads({ProjectionName.ACCOUNTS, ProjectionName.ENTRIES})
class ExplanationEndpoint {

    private final Explanations explanations;

    ExplanationEndpoint(Explanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping("/api/accounts/{id}/balance/explanation")
    Page<BalanceChange> explanation(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return explanations.changes(id, new Paging(limit, cursor), caller);
    }
}
