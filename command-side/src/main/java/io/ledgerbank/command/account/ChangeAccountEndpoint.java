package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountChange;
import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.CloseAccount;
import io.ledgerbank.api.account.FreezeAccount;
import io.ledgerbank.api.account.RenameAccount;
import io.ledgerbank.api.account.UnfreezeAccount;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.approval.ApprovalAnswers;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Rendering;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import io.ledgerbank.command.idempotency.ReplayedHeader;
import io.ledgerbank.command.request.DecisionResponse;
import io.ledgerbank.command.request.Explanation;
import io.ledgerbank.command.request.RequestFields;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes accounts for their owners and for the bank's staff. */
@RestController
@RequestMapping("/api/accounts/{id}")
class ChangeAccountEndpoint {

    /** What an account is to be called. */
    record NameBody(Optional<String> name) {

        String given() {
            RequestFields fields = new RequestFields();
            fields.check("name", fields.required("name", name), AccountName::check);
            fields.rejectFaults();
            return name.orElseThrow();
        }
    }

    /** Why something is done. */
    record ReasonBody(Optional<String> reason) {

        String given() {
            RequestFields fields = new RequestFields();
            fields.check("reason", fields.required("reason", reason), Explanation::check);
            fields.rejectFaults();
            return reason.orElseThrow();
        }
    }

    private final CommandGateway commands;
    private final Idempotency idempotency;
    private final AccountAnswers answers;
    private final ApprovalAnswers approvals;

    ChangeAccountEndpoint(
            CommandGateway commands, Idempotency idempotency, AccountAnswers answers, ApprovalAnswers approvals) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.answers = answers;
        this.approvals = approvals;
    }

    @PutMapping
    AccountDetails rename(@PathVariable AccountId id, @RequestBody NameBody body, Caller caller) {
        return commands.sendAndWait(new RenameAccount(id, body.given(), caller));
    }

    @PutMapping("/limits")
    ResponseEntity<Object> changeLimits(@PathVariable AccountId id, @RequestBody LimitsBody body, Caller caller) {
        return answered(commands.sendAndWait(body.command(id, caller)));
    }

    @PostMapping("/freeze")
    AccountDetails freeze(
            @PathVariable AccountId id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody ReasonBody body,
            Caller caller,
            HttpServletResponse response) {
        return changed(new Call(key, "freeze", body, response), new FreezeAccount(id, body.given(), caller), answers);
    }

    @PostMapping("/unfreeze")
    ResponseEntity<Object> unfreeze(
            @PathVariable AccountId id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody ReasonBody body,
            Caller caller,
            HttpServletResponse response) {
        return answered(changed(
                new Call(key, "unfreeze", body, response),
                new UnfreezeAccount(id, body.given(), caller),
                approvals.or(answers)));
    }

    @PostMapping("/close")
    AccountDetails close(
            @PathVariable AccountId id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody ReasonBody body,
            Caller caller,
            HttpServletResponse response) {
        return changed(new Call(key, "close", body, response), new CloseAccount(id, body.given(), caller), answers);
    }

    private record Call(Optional<String> key, String what, ReasonBody body, HttpServletResponse response) {}

    private <R> R changed(Call call, AccountChange command, Rendering<R> rendering) {
        String operation = "POST /api/accounts/%s/%s".formatted(command.accountId(), call.what());
        return idempotency.perhapsOnce(
                call.key().map(IdempotencyKey::new),
                command,
                key -> new Repeatable<>(
                        RepeatableRequest.of(command.caller(), key, operation, call.body()),
                        command,
                        command.accountId(),
                        rendering,
                        ReplayedHeader.on(call.response())));
    }

    private static ResponseEntity<Object> answered(Decision<AccountDetails> decision) {
        return DecisionResponse.of(decision, ResponseEntity::ok);
    }
}
