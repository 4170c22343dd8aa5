package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.work.Explained;
import io.ledgerbank.saga.work.IdPage;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff what our ledger and the banks do not agree about, and takes administrators' explanations. */
@RestController
@RequestMapping("/api/reconciliation")
class ReconciliationEndpoint {

    /** Why a break is none any more. */
    record Explanation(String reason) {}

    private final OrderingRuns ordering;
    private final Runs runs;
    private final Breaks breaks;

    ReconciliationEndpoint(OrderingRuns ordering, Runs runs, Breaks breaks) {
        this.ordering = ordering;
        this.runs = runs;
        this.breaks = breaks;
    }

    @PostMapping("/runs")
    ResponseEntity<ReconciliationRun> order(Caller caller) {
        ReconciliationRun run = ordering.order(caller);
        return ResponseEntity.accepted()
                .location(URI.create("/api/reconciliation/runs/" + run.id()))
                .body(run);
    }

    @GetMapping("/runs")
    IdPage<ReconciliationRun> runs(
            @RequestParam(defaultValue = "20") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        caller.requireStaff();
        return IdPage.of(limit, cursor, runs::page, ReconciliationRun::id);
    }

    @GetMapping("/runs/{id}")
    ReconciliationRun run(@PathVariable UUID id, Caller caller) {
        caller.requireStaff();
        return runs.find(id);
    }

    /** Those that are open, unless others are asked for. */
    @GetMapping("/breaks")
    IdPage<Break> breaks(
            @RequestParam(defaultValue = "OPEN") Break.State state,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        caller.requireStaff();
        return IdPage.of(limit, cursor, (most, before) -> breaks.page(state, most, before), Break::id);
    }

    @GetMapping("/breaks/{id}")
    Break found(@PathVariable UUID id, Caller caller) {
        caller.requireStaff();
        return breaks.find(id);
    }

    @PostMapping("/breaks/{id}/resolve")
    Break resolve(@PathVariable UUID id, @RequestBody Explanation body, Caller caller) {
        return breaks.resolve(id, new Explained(body.reason()), caller);
    }
}
