package io.ledgerbank.saga.batch;

import io.ledgerbank.api.payment.SagaCriteria;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.work.Explained;
import io.ledgerbank.saga.work.IdPage;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes what administrators want done to many payments at once, and shows staff how far it has come. */
@RestController
@RequestMapping("/api/sagas/batches")
class BatchEndpoint {

    /** What an administrator sends. */
    record Body(SagaCriteria filter, BatchAction action, String reason) {

        BatchOrder order() {
            return new BatchOrder(filter, action, new Explained(reason));
        }
    }

    private final Batches batches;
    private final BatchReports reports;

    BatchEndpoint(Batches batches, BatchReports reports) {
        this.batches = batches;
        this.reports = reports;
    }

    /** With {@code dryRun=true} it merely tells how many payments that would be, and their sums. */
    @PostMapping
    ResponseEntity<?> begin(
            @RequestBody Body body, @RequestParam(defaultValue = "false") boolean dryRun, Caller caller) {
        if (dryRun) {
            return ResponseEntity.ok(batches.preview(body.order(), caller));
        }
        Batch batch = batches.begin(body.order(), caller);
        return ResponseEntity.accepted()
                .location(URI.create("/api/sagas/batches/" + batch.id()))
                .body(batch);
    }

    @GetMapping
    IdPage<Batch> batches(
            @RequestParam(defaultValue = "20") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        caller.requireStaff();
        return IdPage.of(limit, cursor, reports::page, Batch::id);
    }

    @GetMapping("/{id}")
    Batch batch(@PathVariable UUID id, Caller caller) {
        caller.requireStaff();
        return reports.find(id);
    }

    @PostMapping("/{id}/pause")
    Batch pause(@PathVariable UUID id, Caller caller) {
        return batches.pause(id, caller);
    }

    @PostMapping("/{id}/resume")
    Batch resume(@PathVariable UUID id, Caller caller) {
        return batches.resume(id, caller);
    }

    @DeleteMapping("/{id}")
    Batch cancel(@PathVariable UUID id, Caller caller) {
        return batches.cancel(id, caller);
    }
}
