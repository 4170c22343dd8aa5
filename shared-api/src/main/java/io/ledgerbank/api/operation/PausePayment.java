package io.ledgerbank.api.operation;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/** Have the bank neither told nor asked anything about a payment until it is resumed; what it tells is recorded. */
public record PausePayment(PaymentId paymentId, String reason, Optional<Long> ifAt, Caller caller)
        implements Operation {}
