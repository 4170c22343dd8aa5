package io.ledgerbank.command.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.CancelPayment;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import io.ledgerbank.command.idempotency.ReplayedHeader;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Calls payments off and runs scheduled ones early. */
@RestController
class ChangePaymentEndpoint {

    private final CommandGateway commands;
    private final Idempotency idempotency;
    private final PaymentAnswers answers;

    ChangePaymentEndpoint(CommandGateway commands, Idempotency idempotency, PaymentAnswers answers) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    @DeleteMapping("/api/payments/{id}")
    PaymentDetails cancel(@PathVariable PaymentId id, Caller caller) {
        return commands.sendAndWait(new CancelPayment(id, caller));
    }

    @PostMapping("/api/payments/{id}/process")
    PaymentDetails process(
            @PathVariable PaymentId id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            Caller caller,
            HttpServletResponse response) {
        String operation = "POST /api/payments/" + id + "/process";
        return idempotency.once(new Repeatable<>(
                RepeatableRequest.of(caller, IdempotencyKey.required(key), operation, ""),
                new ExecuteScheduled(id, Optional.empty(), caller),
                id,
                answers,
                ReplayedHeader.on(response)));
    }
}
