package io.ledgerbank.query.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A run as it is kept. */
@Entity
@Immutable
@Table(schema = "readmodel", name = "standing_order_run")
class RunRow implements Listed {

    @Id
    private long position;

    private int number;
    private LocalDate date;
    private @Nullable UUID paymentId;
    private @Nullable String refusal;
    private Instant ranAt;

    @SuppressWarnings("NullAway.Init")
    RunRow() {}

    Optional<UUID> payment() {
        return Optional.ofNullable(paymentId);
    }

    /** @param made what has become of the run's payment */
    RunDetails details(MadePayment made) {
        return new RunDetails(
                number,
                date,
                ranAt,
                payment().map(PaymentId::new),
                made.status(),
                Optional.ofNullable(refusal).flatMap(Reason::find).or(made::refusal),
                made.nextTryAt());
    }

    @Override
    public Object sortKey() {
        return position;
    }

    @Override
    public long position() {
        return position;
    }
}
