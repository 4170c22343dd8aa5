package io.ledgerbank.command.payment;

import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.ReversePayment;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.approval.ApprovalAnswers;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Rendering;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import io.ledgerbank.command.idempotency.ReplayedHeader;
import io.ledgerbank.command.request.DecisionResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes payments back. */
@RestController
class ReversePaymentEndpoint {

    private final Idempotency idempotency;
    private final Rendering<Decision<PaymentDetails>> answers;

    ReversePaymentEndpoint(Idempotency idempotency, PaymentAnswers payments, ApprovalAnswers approvals) {
        this.idempotency = idempotency;
        this.answers = approvals.or(payments);
    }

    @PostMapping("/api/payments/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<?> reverse(
            @PathVariable PaymentId id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody ReversalBody body,
            Caller caller,
            HttpServletResponse response) {
        IdempotencyKey idempotencyKey = IdempotencyKey.required(key);
        ReversePayment command = body.command(id, caller);
        Decision<PaymentDetails> decision = idempotency.once(new Repeatable<>(
                RepeatableRequest.of(caller, idempotencyKey, "POST /api/payments/" + id + "/reversal", body),
                command,
                command.reversalId(),
                answers,
                ReplayedHeader.on(response)));
        return DecisionResponse.of(
                decision, reversal -> ResponseEntity.created(URI.create("/api/payments/" + reversal.id()))
                        .body(reversal));
    }
}
