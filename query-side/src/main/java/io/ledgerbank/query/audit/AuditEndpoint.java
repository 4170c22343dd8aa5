package io.ledgerbank.query.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/audit")
@Reads({})
class AuditEndpoint {

    private final EventLog log;
    private final Checkpoints checkpoints;
    private final TrialBalances trialBalances;

    AuditEndpoint(EventLog log, Checkpoints checkpoints, TrialBalances trialBalances) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.trialBalances = trialBalances;
    }

    @GetMapping("/events")
    Page<LoggedEvent> events(
            @RequestParam Optional<String> streamId,
            @RequestParam Optional<String> type,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam Optional<String> correlationId,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return log.events(new EventFilter(streamId, type, from, to, correlationId), new Paging(limit, cursor), caller);
    }

    @GetMapping("/checkpoints")
    Page<Checkpoint> checkpoints(
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return checkpoints.checkpoints(new Paging(limit, cursor), caller);
    }

    @GetMapping("/trial-balance")
    @Reads(ProjectionName.ENTRIES)
    TrialBalance trialBalance(
            @RequestParam Optional<Instant> asOf, @RequestParam Optional<Long> position, Caller caller) {
        return trialBalances.at(asOf, position, caller);
    }
}
