package io.ledgerbank.query.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.FailedWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sagas that would go on, had work on them not failed for good: to whoever looks, they are stuck. */
public record DeadSagas(Map<PaymentId, FailedWork.Letter> letters) {

    /** No payment has it; a list that SQL can compare with is never empty. */
    private static final UUID NOBODYS = new UUID(0, 0);

    /** SQL for the state of a saga; {@code :dead} is {@link #ids}. */
    static final String STATE =
            "(CASE WHEN payment_id IN (:dead) AND state IN ('RUNNING', 'WAITING') THEN 'STUCK' ELSE state END)";

    boolean isEmpty() {
        return letters.isEmpty();
    }

    List<UUID> ids() {
        return isEmpty()
                ? List.of(NOBODYS)
                : letters.keySet().stream().map(PaymentId::value).toList();
    }

    public SagaDetails shown(SagaDetails saga) {
        return Optional.ofNullable(letters.get(saga.paymentId()))
                .map(saga::stuckAt)
                .orElse(saga);
    }

    /** Among them alone the state of a row is not what it says. */
    String condition(Optional<SagaState> wanted) {
        boolean differs = wanted.filter(state -> !state.isOver()).isPresent() && !isEmpty();
        return differs ? STATE + " = :state" : "state = :state";
    }
}
