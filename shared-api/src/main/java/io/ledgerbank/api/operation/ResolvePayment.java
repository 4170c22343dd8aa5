package io.ledgerbank.api.operation;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/**
 * Say what the bank did with a parked payment, or whether it is right where it contradicts how a payment ended; what follows for
 * the money happens in the same append. Beyond a threshold it takes a second person. Refused with {@code not_parked} as long
 * as the bank can still be asked.
 *
 * @param evidence by which the caller knows: 1 to 1000 printable characters
 */
public record ResolvePayment(
        PaymentId paymentId, Execution outcome, String evidence, String reason, Optional<Long> ifAt, Caller caller)
        implements Operation {}
