package io.ledgerbank.command.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.payment.PaymentDetails;
import java.util.List;
import java.util.Optional;

/** What became of each of many payments, in the order in which they were ordered. */
record BulkResult(List<Item> items) {

    /**
     * What became of one.
     *
     * @param status as it would have been answered on its own
     */
    record Item(
            int index,
            int status,
            @JsonInclude(Include.NON_ABSENT) Optional<PaymentDetails> payment,
            @JsonInclude(Include.NON_ABSENT) Optional<Rejection> problem) {

        private static final int CREATED = 201;

        static Item made(int index, PaymentDetails payment) {
            return new Item(index, CREATED, Optional.of(payment), Optional.empty());
        }

        static Item refused(int index, Rejection rejection) {
            return new Item(index, rejection.reason().status(), Optional.empty(), Optional.of(rejection));
        }
    }
}
