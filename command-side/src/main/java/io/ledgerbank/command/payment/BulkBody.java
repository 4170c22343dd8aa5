package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.command.request.RequestFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client sends to have many payments made.
 *
 * @param atomic whether all of them are made or none
 */
record BulkBody(Optional<Boolean> atomic, Optional<List<PaymentBody>> payments) {

    static final int MOST_PAYMENTS = 1000;

    /** @throws RejectedException unless both fields are there and there are some payments, but not too many */
    BulkBody complete() {
        RequestFields fields = new RequestFields();
        fields.required("atomic", atomic);
        fields.required("payments", payments.filter(given -> !given.isEmpty()));
        fields.rejectFaults();
        if (payments.orElseThrow().size() > MOST_PAYMENTS) {
            throw new RejectedException(Reason.TOO_MANY_PAYMENTS, Reason.TOO_MANY_PAYMENTS.description());
        }
        return this;
    }

    boolean isAtomic() {
        return atomic.orElseThrow();
    }

    List<PaymentBody> all() {
        return payments.orElseThrow();
    }

    /** @throws RejectedException {@code bulk_refused} naming every payment that is malformed */
    List<PaymentOrder> orders() {
        List<PaymentOrder> orders = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (PaymentBody payment : all()) {
            int index = orders.size() + errors.size();
            try {
                orders.add(payment.order());
            } catch (RejectedException refused) {
                errors.add(new FieldError(
                        BulkRefusal.field(index),
                        refused.reason(),
                        refused.rejection().detail()));
            }
        }
        if (!errors.isEmpty()) {
            throw new BulkRefusal(errors).rejection();
        }
        return orders;
    }
}
