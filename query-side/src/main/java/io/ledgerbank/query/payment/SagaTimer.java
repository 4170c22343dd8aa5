package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that the saga waited for or waits for.
 *
 * @param step what is to be done, or what is waited for until then
 * @param dueAt when the step is to be taken, or when the waiting for an answer ends
 * @param endedAt when something happened, by the timer or before it
 */
public record SagaTimer(Step step, Instant setAt, Instant dueAt, Optional<Instant> endedAt) {

    static SagaTimer set(Step step, Instant at, Instant dueAt) {
        return new SagaTimer(step, at, dueAt, Optional.empty());
    }

    SagaTimer ended(Instant at) {
        return new SagaTimer(step, setAt, dueAt, Optional.of(at));
    }
}
