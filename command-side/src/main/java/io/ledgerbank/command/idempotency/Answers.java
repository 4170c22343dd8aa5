package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.eventlog.ClaimResult;
import java.util.List;
import java.util.Optional;

/** Remembers first answers. Safe for use by many threads and nodes: of two that answer one request, one is kept. */
interface Answers {

    /** @throws RejectedException {@code idempotency_key_reused} when the key stands for another request */
    Optional<Answer> find(RepeatableRequest request);

    /** A request and what it was answered. */
    record Kept(RepeatableRequest request, Answer.Done answer) {}

    /**
     * Keeps answers in the transaction that appends the events they refer to.
     *
     * @throws AnsweredElsewhere when another node has answered one of the requests
     * @throws RejectedException {@code idempotency_key_in_flight} when another node has been answering one for too long
     */
    void keep(List<Kept> answers);

    /**
     * Keeps a refusal, in a transaction of its own.
     *
     * @throws RejectedException {@code idempotency_key_in_flight} when another node has been answering it for too long
     */
    ClaimResult keep(RepeatableRequest request, String streamId, Rejection refusal);
}
