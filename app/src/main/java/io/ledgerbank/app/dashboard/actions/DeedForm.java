package io.ledgerbank.app.dashboard.actions;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.operation.CompensatePayment;
import io.ledgerbank.api.operation.NotePayment;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.PausePayment;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.operation.ResumePayment;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.app.dashboard.sagas.Deed;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an administrator has filled in.
 *
 * @param outcome what the bank did, of who resolves
 * @param evidence by which they know
 * @param version the place of the payment's last event, as the preview had it
 */
record DeedForm(Optional<String> reason, Optional<String> outcome, Optional<String> evidence, Optional<Long> version) {

    /** Stands for words that are yet to be written. */
    private static final String YET_TO_COME = "to be written";

    static DeedForm empty(Optional<String> outcome) {
        return new DeedForm(Optional.of(YET_TO_COME), outcome, Optional.of(YET_TO_COME), Optional.empty());
    }

    /** The operation; to cancel, the note that says why. */
    Operation operation(Deed deed, PaymentId payment, Caller caller) {
        String why = reason.orElse("").strip();
        return switch (deed) {
            case RETRY -> new RetryPayment(payment, why, version, caller);
            case RESOLVE ->
                new ResolvePayment(payment, execution(), evidence.orElse("").strip(), why, version, caller);
            case COMPENSATE -> new CompensatePayment(payment, why, version, caller);
            case PAUSE -> new PausePayment(payment, why, version, caller);
            case RESUME -> new ResumePayment(payment, why, version, caller);
            case NOTE, CANCEL -> new NotePayment(payment, why, version, caller);
        };
    }

    private Execution execution() {
        return outcome.flatMap(text -> Arrays.stream(Execution.values())
                        .filter(known -> known.name().equals(text))
                        .findFirst())
                .orElseThrow(() -> new RejectedException(Reason.INVALID_OUTCOME, Reason.INVALID_OUTCOME.description()));
    }
}
