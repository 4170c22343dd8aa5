package io.ledgerbank.saga.batch;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.SagaCriteria;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.work.Explained;
import io.ledgerbank.saga.work.IdPage;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final Batches batches;
    private final BatchReports reports;

    BatchEndpoint(Batches batches, BatchReports reports) {
        this.batches = batches;
        this.reports = reports;
    }

    /** With {@code dryRun=true} it merely tells how many payments that would be, and their sums. */
    @PostMapping
    ResponseEntity<?> begin(
            @RequestBody Body body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            Caller caller) {
        if (dryRun) {
            return ResponseEntity.ok(batches.preview(body.order(), caller));
        }
        Batches.Begun begun = batches.begin(body.order(), key.map(BatchEndpoint::checked), caller);
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted()
                .location(URI.create("/api/sagas/batches/" + begun.batch().id()));
        return switch (begun.by()) {
            case THIS_REQUEST -> answer.body(begun.batch());
            case AN_EARLIER_ONE -> answer.header("Idempotency-Replayed", "true").body(begun.batch());
        };
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new RejectedException(Reason.INVALID_IDEMPOTENCY_KEY, Reason.INVALID_IDEMPOTENCY_KEY.description());
        }
        return key;
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
