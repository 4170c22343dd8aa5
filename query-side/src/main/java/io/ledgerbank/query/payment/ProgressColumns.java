package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a payment has come, read back from the columns of {@link ProgressTable}. */
@Embeddable
class ProgressColumns {

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    @Enumerated(EnumType.STRING)
    private Step step;

    private long sequence;
    private int attempts;
    private int inquiries;
    private Instant dueAt;
    private @Nullable String lastReason;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private Activity activity;

    @Enumerated(EnumType.STRING)
    private @Nullable Execution certain;

    @SuppressWarnings("NullAway.Init")
    ProgressColumns() {}

    PaymentProgress progress() {
        return new PaymentProgress(
                status,
                step,
                sequence,
                attempts,
                inquiries,
                dueAt,
                Optional.ofNullable(lastReason).flatMap(Reason::find),
                Optional.ofNullable(endedAt),
                Optional.empty(),
                activity,
                Optional.ofNullable(certain));
    }
}
