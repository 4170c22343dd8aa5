package io.ledgerbank.api.operation;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/** Let a paused payment go on where it was. */
public record ResumePayment(PaymentId paymentId, String reason, Optional<Long> ifAt, Caller caller)
        implements Operation {}
