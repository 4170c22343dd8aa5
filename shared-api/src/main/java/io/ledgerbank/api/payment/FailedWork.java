package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import java.util.Map;
import java.util.UUID;

/** Tells whose work has failed for good, so that nothing goes on before a person has decided about it. Thread-safe. */
@FunctionalInterface
public interface FailedWork {

    /**
     * What waits for that person.
     *
     * @param id of the dead letter
     */
    record Letter(UUID id, Reason reason) {}

    /** The oldest dead letter of each payment that has one; those of the thousand that have waited for longest, at most. */
    Map<PaymentId, Letter> open();
}
