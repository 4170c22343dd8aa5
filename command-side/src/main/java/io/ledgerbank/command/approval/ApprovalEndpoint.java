package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.GrantApproval;
import io.ledgerbank.api.approval.RejectApproval;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import io.ledgerbank.command.idempotency.ReplayedHeader;
import io.ledgerbank.command.request.Explanation;
import io.ledgerbank.command.request.RequestFields;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what second persons decide. */
@RestController
@RequestMapping("/api/approvals/{id}")
class ApprovalEndpoint {

    /** Why somebody disagrees. */
    record Refusal(Optional<String> reason) {

        String given() {
            RequestFields fields = new RequestFields();
            Optional<String> given = fields.check("reason", fields.required("reason", reason), Explanation::check);
            fields.rejectFaults();
            return given.orElseThrow();
        }
    }

    private final CommandGateway commands;
    private final Idempotency idempotency;
    private final ApprovalAnswers answers;

    ApprovalEndpoint(CommandGateway commands, Idempotency idempotency, ApprovalAnswers answers) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    @PostMapping("/approve")
    ApprovalDetails approve(
            @PathVariable ApprovalId id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            Caller caller,
            HttpServletResponse response) {
        Call call = new Call(id, key.map(IdempotencyKey::new), caller, response);
        return decided(call, "approve", Map.of(), new GrantApproval(id, caller));
    }

    @PostMapping("/reject")
    ApprovalDetails reject(
            @PathVariable ApprovalId id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody Refusal body,
            Caller caller,
            HttpServletResponse response) {
        Call call = new Call(id, key.map(IdempotencyKey::new), caller, response);
        return decided(call, "reject", body, new RejectApproval(id, body.given(), caller));
    }

    private record Call(ApprovalId id, Optional<IdempotencyKey> key, Caller caller, HttpServletResponse response) {}

    private ApprovalDetails decided(Call call, String decision, Object body, Object command) {
        String operation = "POST /api/approvals/" + call.id() + "/" + decision;
        return idempotency.perhapsOnce(
                call.key(),
                command,
                key -> new Repeatable<>(
                        RepeatableRequest.of(call.caller(), key, operation, body),
                        command,
                        call.id(),
                        answers,
                        ReplayedHeader.on(call.response())));
    }
}
