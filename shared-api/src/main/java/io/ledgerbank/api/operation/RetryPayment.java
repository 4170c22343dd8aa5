package io.ledgerbank.api.operation;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/**
 * Take the next step at once: send a payment whose next attempt waits, ask the bank about one whose outcome is unknown, a
 * parked one included. Never sends what the bank may have executed. Refused with {@code payment_paused} while it is paused, and
 * with {@code nothing_to_retry} while an answer is awaited.
 */
public record RetryPayment(PaymentId paymentId, String reason, Optional<Long> ifAt, Caller caller)
        implements Operation {}
