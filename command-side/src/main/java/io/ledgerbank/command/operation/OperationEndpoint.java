package io.ledgerbank.command.operation;

import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.operation.CompensatePayment;
import io.ledgerbank.api.operation.NotePayment;
import io.ledgerbank.api.operation.PausePayment;
import io.ledgerbank.api.operation.ResumePayment;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.idempotency.ReplayedHeader;
import io.ledgerbank.command.operation.OperationCalls.Call;
import io.ledgerbank.command.request.DecisionResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where administrators step in when a payment does not get on with its bank by itself. */
@RestController
@RequestMapping("/api/sagas/{paymentId}")
class OperationEndpoint {

    private static final String KEY = "Idempotency-Key";

    private final OperationCalls calls;

    OperationEndpoint(OperationCalls calls) {
        this.calls = calls;
    }

    @PostMapping("/retry")
    ResponseEntity<?> retry(
            @PathVariable PaymentId paymentId,
            @RequestHeader(KEY) Optional<String> key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody OperationBody body,
            Caller caller,
            HttpServletResponse response) {
        var command = new RetryPayment(paymentId, body.given(), body.version(), caller);
        return answered(dryRun ? calls.preview(command) : calls.once(command, call("retry", body, key, response)));
    }

    @PostMapping("/resolve")
    ResponseEntity<?> resolve(
            @PathVariable PaymentId paymentId,
            @RequestHeader(KEY) Optional<String> key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody ResolutionBody body,
            Caller caller,
            HttpServletResponse response) {
        var command = body.command(paymentId, caller);
        return answered(dryRun ? calls.preview(command) : calls.once(command, call("resolve", body, key, response)));
    }

    @PostMapping("/compensate")
    ResponseEntity<?> compensate(
            @PathVariable PaymentId paymentId,
            @RequestHeader(KEY) Optional<String> key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody OperationBody body,
            Caller caller,
            HttpServletResponse response) {
        var command = new CompensatePayment(paymentId, body.given(), body.version(), caller);
        return answered(dryRun ? calls.preview(command) : calls.once(command, call("compensate", body, key, response)));
    }

    @PostMapping("/pause")
    ResponseEntity<?> pause(
            @PathVariable PaymentId paymentId,
            @RequestHeader(KEY) Optional<String> key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody OperationBody body,
            Caller caller,
            HttpServletResponse response) {
        var command = new PausePayment(paymentId, body.given(), body.version(), caller);
        return answered(
                dryRun ? calls.preview(command) : calls.perhapsOnce(command, call("pause", body, key, response)));
    }

    @PostMapping("/resume")
    ResponseEntity<?> resume(
            @PathVariable PaymentId paymentId,
            @RequestHeader(KEY) Optional<String> key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody OperationBody body,
            Caller caller,
            HttpServletResponse response) {
        var command = new ResumePayment(paymentId, body.given(), body.version(), caller);
        return answered(
                dryRun ? calls.preview(command) : calls.perhapsOnce(command, call("resume", body, key, response)));
    }

    @PostMapping("/notes")
    ResponseEntity<?> note(
            @PathVariable PaymentId paymentId,
            @RequestHeader(KEY) Optional<String> key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody OperationBody body,
            Caller caller,
            HttpServletResponse response) {
        var command = new NotePayment(paymentId, body.given(), body.version(), caller);
        return answered(
                dryRun ? calls.preview(command) : calls.perhapsOnce(command, call("notes", body, key, response)));
    }

    private static Call call(String name, Object body, Optional<String> key, HttpServletResponse response) {
        return new Call(name, body, key, ReplayedHeader.on(response));
    }

    private static ResponseEntity<?> answered(Decision<?> decision) {
        return DecisionResponse.of(decision, ResponseEntity::ok);
    }
}
