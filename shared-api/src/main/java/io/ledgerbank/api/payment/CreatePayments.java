package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import java.util.List;

/**
 * Make all of these payments or none, decided one after the other in one append; the answer lists them in their order. Refused
 * with {@code bulk_refused} as soon as one would be.
 *
 * @param firstId names the first one; the others are called by {@link PaymentId#next(int)} after it
 */
public record CreatePayments(PaymentId firstId, List<PaymentOrder> orders, Caller caller) {

    public CreatePayments {
        orders = List.copyOf(orders);
    }

    /** As if only this one had been ordered. */
    public CreatePayment at(int index) {
        return new CreatePayment(firstId.next(index), orders.get(index), caller);
    }
}
