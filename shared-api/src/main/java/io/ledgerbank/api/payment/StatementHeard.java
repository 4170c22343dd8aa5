package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The bank said something about a payment that has ended, which moves nothing by itself: it stands here for the person who
 * finds out what is true.
 *
 * @param reason why it did not execute the payment or sent it back, if that is what it says
 * @param bankReference by which it knows the execution or the return, if it says either
 * @param valueDate of the execution or the return
 */
public record StatementHeard(
        PaymentId paymentId,
        int attempt,
        Said said,
        Optional<Reason> reason,
        Optional<String> bankReference,
        Optional<LocalDate> valueDate,
        Instant heardAt)
        implements PaymentEvent {

    /** What a bank may say of a payment. */
    public enum Said {
        EXECUTED,
        NOT_EXECUTED,
        RETURNED
    }

    /** Whether the bank says the same there. */
    public boolean repeats(StatementHeard other) {
        return said == other.said && reason.equals(other.reason) && bankReference.equals(other.bankReference);
    }
}
