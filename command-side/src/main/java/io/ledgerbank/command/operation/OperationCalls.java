package io.ledgerbank.command.operation;

import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.OperationPreview;
import io.ledgerbank.api.operation.PreviewOperation;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.command.approval.ApprovalAnswers;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Rendering;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Has operations carried out, once for each idempotency key, or shown. Thread-safe. */
final class OperationCalls {

    /**
     * How an operation was asked for.
     *
     * @param name the last part of its address
     * @param whenReplayed told before a first answer is given again
     */
    record Call(String name, Object body, Optional<String> key, Runnable whenReplayed) {}

    private final CommandGateway commands;
    private final Idempotency idempotency;
    private final OperationAnswers answers;
    private final ApprovalAnswers approvals;

    OperationCalls(
            CommandGateway commands, Idempotency idempotency, OperationAnswers answers, ApprovalAnswers approvals) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.answers = answers;
        this.approvals = approvals;
    }

    /** What would happen. */
    Decision<?> preview(Operation operation) {
        return new Decision.Done<>(commands.<OperationPreview>sendAndWait(new PreviewOperation(operation)));
    }

    /** What moves money, or has it moved, names a key. */
    Decision<?> once(Operation operation, Call call) {
        return carriedOut(operation, call, Optional.of(IdempotencyKey.required(call.key())));
    }

    Decision<?> perhapsOnce(Operation operation, Call call) {
        return carriedOut(operation, call, call.key().map(IdempotencyKey::new));
    }

    private Decision<?> carriedOut(Operation operation, Call call, Optional<IdempotencyKey> key) {
        return operation instanceof ResolvePayment resolve
                ? send(resolve, call, key, approvals.or(answers))
                : new Decision.Done<>(send(operation, call, key, answers));
    }

    private <R> R send(Operation operation, Call call, Optional<IdempotencyKey> key, Rendering<R> rendering) {
        String request = "POST /api/sagas/%s/%s".formatted(operation.paymentId(), call.name());
        return idempotency.perhapsOnce(
                key,
                operation,
                given -> new Repeatable<>(
                        RepeatableRequest.of(operation.caller(), given, request, call.body()),
                        operation,
                        operation.paymentId(),
                        rendering,
                        call.whenReplayed()));
    }
}
