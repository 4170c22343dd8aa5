package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import java.util.List;

/** Finds sagas as the list of them shows them, which may be a moment behind. Thread-safe. */
@FunctionalInterface
public interface SagaFinder {

    /** A payment with a saga. */
    record Found(PaymentId paymentId, Money amount) {}

    /**
     * Those that meet the criteria, the oldest first.
     *
     * @param most no more are told
     * @throws io.ledgerbank.api.error.RejectedException {@code invalid_status} when there is no such state
     */
    List<Found> find(SagaCriteria criteria, int most);
}
