package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.audit.Total;
import java.util.List;
import java.util.Optional;

/**
 * All sagas at a glance.
 *
 * @param oldestStuck the one that started first of those only a person can go on with
 */
public record SagaSummary(List<StepCount> steps, Optional<SagaDetails> oldestStuck) {

    /**
     * How many sagas are where.
     *
     * @param held what is held for them, by currency; nothing once they are over
     */
    public record StepCount(SagaState state, Step step, long count, List<Total> held) {}
}
