package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.eventlog.ClaimResult;
import java.util.Optional;

/** Remembers first answers. Safe for use by many threads and nodes: of two that answer one request, one is kept. */
interface Answers {

    /** @throws RejectedException {@code idempotency_key_reused} when the key stands for another request */
    Optional<Answer> find(RepeatableRequest request);

    /**
     * Keeps, in the transaction that appended to it, the stream's present state as the answer.
     *
     * @throws RejectedException {@code idempotency_key_in_flight} when another node has been answering it for too long
     */
    ClaimResult keep(RepeatableRequest request, String streamId);

    /**
     * Keeps a refusal, in a transaction of its own.
     *
     * @throws RejectedException {@code idempotency_key_in_flight} when another node has been answering it for too long
     */
    ClaimResult keep(RepeatableRequest request, String streamId, Rejection refusal);
}
