package io.ledgerbank.saga.batch;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.PausePayment;
import io.ledgerbank.api.operation.ResumePayment;
import io.ledgerbank.api.operation.RetryPayment;
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

    Operation on(PaymentId payment, String reason, Caller caller) {
        return switch (this) {
            case RETRY -> new RetryPayment(payment, reason, Optional.empty(), caller);
            case PAUSE -> new PausePayment(payment, reason, Optional.empty(), caller);
            case RESUME -> new ResumePayment(payment, reason, Optional.empty(), caller);
        };
    }
}
