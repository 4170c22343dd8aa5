package io.ledgerbank.saga.batch;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.PausePayment;
import io.ledgerbank.api.operation.ResumePayment;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.payment.OperatorAct;
import io.ledgerbank.api.payment.PaymentPaused;
import io.ledgerbank.api.payment.PaymentResumed;
import io.ledgerbank.api.payment.RetryOrdered;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/**
 * What can be done to many payments at once: nothing that moves money or says what a bank did. Each of those takes evidence
 * about one payment, and a look at it.
 */
public enum BatchAction {
    RETRY,
    PAUSE,
    RESUME;

    /** @param at the sequence of the payment's last event, without which the command is refused */
    Operation on(PaymentId payment, String reason, long at, Caller caller) {
        return switch (this) {
            case RETRY -> new RetryPayment(payment, reason, Optional.of(at), caller);
            case PAUSE -> new PausePayment(payment, reason, Optional.of(at), caller);
            case RESUME -> new ResumePayment(payment, reason, Optional.of(at), caller);
        };
    }

    /** What a payment records of it. */
    Class<? extends OperatorAct> event() {
        return switch (this) {
            case RETRY -> RetryOrdered.class;
            case PAUSE -> PaymentPaused.class;
            case RESUME -> PaymentResumed.class;
        };
    }
}
