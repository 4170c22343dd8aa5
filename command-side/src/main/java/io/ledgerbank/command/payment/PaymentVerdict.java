package io.ledgerbank.command.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/**
 * Whether an order would be carried out now.
 *
 * @param problem why not
 */
record PaymentVerdict(
        boolean valid, @JsonInclude(Include.NON_ABSENT) Optional<Rejection> problem) {

    static PaymentVerdict accepted() {
        return new PaymentVerdict(true, Optional.empty());
    }

    static PaymentVerdict refused(Rejection rejection) {
        return new PaymentVerdict(false, Optional.of(rejection));
    }
}
