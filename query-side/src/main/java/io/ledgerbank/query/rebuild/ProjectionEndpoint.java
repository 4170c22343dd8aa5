package io.ledgerbank.query.rebuild;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.projection.ParkedEvent;
import io.ledgerbank.query.projection.ParkedEvents;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projections")
@Reads({})
class ProjectionEndpoint {

    private final ProjectionReports reports;
    private final Rebuilds rebuilds;
    private final ParkedEvents parked;

    ProjectionEndpoint(ProjectionReports reports, Rebuilds rebuilds, ParkedEvents parked) {
        this.parked = parked;
        this.reports = reports;
        this.rebuilds = rebuilds;
    }

    @GetMapping
    Page<ProjectionReport> projections(Caller caller) {
        return new Page<>(reports.all(caller), Optional.empty());
    }

    @PostMapping("/{name}/rebuilds")
    ResponseEntity<Rebuild> begin(@PathVariable String name, Caller caller) {
        caller.requireAdmin();
        Rebuild begun = rebuilds.begin(named(name), caller);
        return ResponseEntity.accepted()
                .location(URI.create("/api/projections/" + begun.projection().code() + "/rebuilds/" + begun.id()))
                .body(begun);
    }

    @GetMapping("/{name}/rebuilds")
    Page<Rebuild> rebuilds(@PathVariable String name, Caller caller) {
        caller.requireStaff();
        return rebuilds.of(named(name), caller);
    }

    @GetMapping("/{name}/rebuilds/{id}")
    Rebuild rebuild(@PathVariable String name, @PathVariable UUID id, Caller caller) {
        caller.requireStaff();
        return rebuilds.find(named(name), id, caller);
    }

    @DeleteMapping("/{name}/rebuilds/{id}")
    Rebuild cancel(@PathVariable String name, @PathVariable UUID id, Caller caller) {
        caller.requireAdmin();
        return rebuilds.cancel(named(name), id, caller);
    }

    @PostMapping("/{name}/rebuilds/{id}/rollback")
    ResponseEntity<Rebuild> rollBack(@PathVariable String name, @PathVariable UUID id, Caller caller) {
        caller.requireAdmin();
        return ResponseEntity.accepted().body(rebuilds.rollBack(named(name), id, caller));
    }

    /** What its rows lack, in the order of the log. */
    @GetMapping("/{name}/dead-letters")
    Page<ParkedEvent> parked(@PathVariable String name, Caller caller) {
        caller.requireStaff();
        return new Page<>(parked.of(named(name)), Optional.empty());
    }

    /** Has what is parked of a stream tried again, in its order, by whoever feeds the projection. */
    @PostMapping("/{name}/dead-letters/{streamId}/retry")
    ResponseEntity<Void> retry(@PathVariable String name, @PathVariable String streamId, Caller caller) {
        caller.requireAdmin();
        if (!parked.askToRetry(named(name), streamId)) {
            throw new RejectedException(Reason.DEAD_LETTER_NOT_FOUND, "Nothing of this stream is parked");
        }
        return ResponseEntity.accepted().build();
    }

    private static ProjectionName named(String name) {
        return ProjectionName.of(name)
                .orElseThrow(() -> new RejectedException(
                        Reason.PROJECTION_NOT_FOUND, "Which projections there are is told at /api/projections"));
    }
}
