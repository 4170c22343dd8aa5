package io.ledgerbank.command.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import io.ledgerbank.command.idempotency.ReplayedHeader;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders to move money. */
@RestController
class CreatePaymentEndpoint {

    private final Idempotency idempotency;
    private final PaymentAnswers answers;

    CreatePaymentEndpoint(Idempotency idempotency, PaymentAnswers answers) {
        this.idempotency = idempotency;
        this.answers = answers;
    }

    @PostMapping("/api/payments")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PaymentDetails> create(
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody PaymentBody body,
            Caller caller,
            HttpServletResponse response) {
        IdempotencyKey idempotencyKey = IdempotencyKey.required(key);
        PaymentOrder order = body.order();
        CreatePayment command = new CreatePayment(PaymentId.next(), order, caller);
        PaymentDetails created = idempotency.once(new Repeatable<>(
                RepeatableRequest.of(caller, idempotencyKey, "POST /api/payments", order),
                command,
                command.paymentId(),
                answers,
                ReplayedHeader.on(response)));
        return ResponseEntity.created(URI.create("/api/payments/" + created.id()))
                .body(created);
    }
}
