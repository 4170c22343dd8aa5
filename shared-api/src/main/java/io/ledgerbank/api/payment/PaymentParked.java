package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;
import java.util.Optional;

/**
 * Nothing goes on by itself: a person must find out what the bank did, or say what becomes of what it certainly did not do.
 *
 * @param catalogueVersion of the error catalogue that allowed neither another inquiry nor another attempt
 * @param outcome what the bank certainly did; absent where nobody can tell, and from events of the first two revisions
 * @param bankCode the bank's own word for the reason, if it gave one
 */
public record PaymentParked(
        PaymentId paymentId,
        int attempt,
        Reason reason,
        Instant parkedAt,
        int catalogueVersion,
        Optional<Execution> outcome,
        Optional<String> bankCode)
        implements PaymentEvent {

    /** Where nobody can tell what the bank did. */
    public PaymentParked(PaymentId paymentId, int attempt, Reason reason, Instant parkedAt, int catalogueVersion) {
        this(paymentId, attempt, reason, parkedAt, catalogueVersion, Optional.empty(), Optional.empty());
    }

    /** Where the bank certainly did not execute the attempt. */
    public static PaymentParked notExecuted(
            PaymentId paymentId, int attempt, Outcome.NotExecuted outcome, Instant parkedAt, int catalogueVersion) {
        return new PaymentParked(
                paymentId,
                attempt,
                outcome.reason(),
                parkedAt,
                catalogueVersion,
                Optional.of(Execution.NOT_EXECUTED),
                outcome.bankCode());
    }
}
