package io.ledgerbank.query.standingorder;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.StandingOrderDetails;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderProgress;
import io.ledgerbank.api.standingorder.StandingOrderStatus;
import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A standing order as it is kept. */
@Entity
@Immutable
@Table(schema = "readmodel", name = "standing_order")
class StandingOrderRow implements Listed {

    @Id
    private UUID id;

    private UUID ownerId;
    private String placed;
    private Instant placedAt;

    @Enumerated(EnumType.STRING)
    private StandingOrderStatus status;

    private @Nullable Integer nextRun;
    private @Nullable LocalDate nextDate;
    private @Nullable Instant nextDueAt;
    private int runsMade;
    private long position;

    @SuppressWarnings("NullAway.Init")
    StandingOrderRow() {}

    UserId owner() {
        return new UserId(ownerId);
    }

    /** The same answer as the command's, because both are made of the same event and fold. */
    StandingOrderDetails details() {
        return StandingOrderDetails.of(
                JsonMapper.shared().readValue(placed, StandingOrderPlaced.class),
                new StandingOrderProgress(status, next(), runsMade));
    }

    @Override
    public Object sortKey() {
        return placedAt;
    }

    @Override
    public long position() {
        return position;
    }

    private Optional<DueRun> next() {
        if (nextRun == null || nextDate == null || nextDueAt == null) {
            return Optional.empty();
        }
        return Optional.of(new DueRun(nextRun, nextDate, nextDueAt));
    }
}
