package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** What is known of one attempt after a bank was called or asked. */
public sealed interface Outcome {

    /** The bank certainly executed the payment. */
    record Executed(String bankReference, LocalDate valueDate) implements Outcome {}

    /**
     * The bank certainly did not execute the payment and will not.
     *
     * @param retryAfter the wait the bank asked for before another attempt
     * @param bankCode the bank's own word for the reason, printable and short, if it gave one
     */
    record NotExecuted(Reason reason, Optional<Duration> retryAfter, Optional<String> bankCode) implements Outcome {

        public NotExecuted(Reason reason, Optional<Duration> retryAfter) {
            this(reason, retryAfter, Optional.empty());
        }

        public static NotExecuted because(Reason reason) {
            return new NotExecuted(reason, Optional.empty());
        }
    }

    /**
     * The bank executed the payment and has sent its money back since.
     *
     * @param bankReference by which the bank knows the return
     */
    record Returned(Reason reason, String bankReference, LocalDate valueDate) implements Outcome {}

    /**
     * Nobody here can tell; the bank must be asked before anything else is done.
     *
     * @param retryAfter the wait that was asked for before anything else is sent
     */
    record Unknown(Reason reason, Optional<Duration> retryAfter) implements Outcome {

        public Unknown(Reason reason) {
            this(reason, Optional.empty());
        }
    }
}
