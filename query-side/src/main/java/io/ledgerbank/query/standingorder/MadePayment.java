package io.ledgerbank.query.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.PaymentStatus;
import java.time.Instant;
import java.util.Optional;

/** What has become of a run's payment. */
record MadePayment(PaymentStatus status, Optional<Reason> refusal, Optional<Instant> nextTryAt) {

    /** There is no payment, and there will be none. */
    static final MadePayment NONE = new MadePayment(PaymentStatus.FAILED, Optional.empty(), Optional.empty());

    /** It is taken on, and the payments' own projection has not told more yet. */
    static final MadePayment NOT_SEEN_YET =
            new MadePayment(PaymentStatus.SCHEDULED, Optional.empty(), Optional.empty());
}
