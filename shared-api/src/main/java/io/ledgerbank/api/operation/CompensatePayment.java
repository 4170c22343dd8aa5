package io.ledgerbank.api.operation;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/**
 * Give a payment up that its bank certainly did not execute, and release its hold. Refused with {@code outcome_unknown} as
 * long as the bank may have.
 */
public record CompensatePayment(PaymentId paymentId, String reason, Optional<Long> ifAt, Caller caller)
        implements Operation {}
