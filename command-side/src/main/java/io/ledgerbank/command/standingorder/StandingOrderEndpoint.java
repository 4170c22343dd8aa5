package io.ledgerbank.command.standingorder;

import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.standingorder.CancelStandingOrder;
import io.ledgerbank.api.standingorder.PlaceStandingOrder;
import io.ledgerbank.api.standingorder.StandingOrderDetails;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import io.ledgerbank.command.idempotency.ReplayedHeader;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes standing orders, and ends them. */
@RestController
@RequestMapping("/api/standing-orders")
class StandingOrderEndpoint {

    private final CommandGateway commands;
    private final Idempotency idempotency;
    private final StandingOrderAnswers answers;

    StandingOrderEndpoint(CommandGateway commands, Idempotency idempotency, StandingOrderAnswers answers) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<StandingOrderDetails> place(
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody StandingOrderBody body,
            Caller caller,
            HttpServletResponse response) {
        IdempotencyKey idempotencyKey = IdempotencyKey.required(key);
        PlaceStandingOrder command = body.command(StandingOrderId.next(), caller);
        StandingOrderDetails placed = idempotency.once(new Repeatable<>(
                RepeatableRequest.of(caller, idempotencyKey, "POST /api/standing-orders", body),
                command,
                command.standingOrderId(),
                answers,
                ReplayedHeader.on(response)));
        return ResponseEntity.created(URI.create("/api/standing-orders/" + placed.id()))
                .body(placed);
    }

    @DeleteMapping("/{id}")
    StandingOrderDetails cancel(@PathVariable StandingOrderId id, Caller caller) {
        return commands.sendAndWait(new CancelStandingOrder(id, caller));
    }
}
