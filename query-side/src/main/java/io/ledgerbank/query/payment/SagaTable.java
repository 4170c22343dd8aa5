package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.query.projection.ManyRows;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reads and writes sagas many at a time. */
final class SagaTable {

    private record Standing(UUID id, Reached reached, Instant updatedAt) {}

    private record Started(PaymentCreated event, long position, Standing standing) {

        Creditor creditor() {
            return event.order().externalCreditor().orElseThrow();
        }
    }

    private static final ManyRows<Standing> MOVED_ON = ProgressTable.columns(
            ManyRows.<Standing>of()
                    .column("payment_id", "uuid", Standing::id)
                    .column("state", "text", row -> SagaState.of(row.reached().progress())
                            .name())
                    .column("updated_at", "timestamptz", Standing::updatedAt),
            Standing::reached);

    private static final ManyRows<Started> STARTED = ProgressTable.columns(
            ManyRows.<Started>of()
                    .column("payment_id", "uuid", row -> row.standing().id())
                    .column("state", "text", row -> SagaState.of(
                                    row.standing().reached().progress())
                            .name())
                    .column("updated_at", "timestamptz", row -> row.standing().updatedAt())
                    .column("bank_code", "text", row -> row.creditor()
                            .bankCode()
                            .value())
                    .column(
                            "amount",
                            "bigint",
                            row -> row.event().order().amount().minorUnits())
                    .column(
                            "currency",
                            "text",
                            row -> row.event().order().amount().currency().getCurrencyCode())
                    .column("started_at", "timestamptz", row -> row.event().createdAt())
                    .column("position", "bigint", Started::position),
            row -> row.standing().reached());

    private static final String UPDATE = MOVED_ON.update("readmodel.saga", "payment_id");

    private final Tables tables;
    private final ProgressTable progress;

    SagaTable(Tables tables) {
        this.tables = tables;
        this.progress = new ProgressTable(tables, "readmodel.saga", "payment_id");
    }

    Map<UUID, Reached> find(List<UUID> payments) {
        return progress.find(payments);
    }

    /** @param times when the event at each position was recorded */
    void insert(List<Recorded<PaymentCreated>> payments, Map<UUID, Reached> reached, Map<Long, Instant> times) {
        List<Started> rows = payments.stream()
                .map(payment -> new Started(
                        payment.event(),
                        payment.position(),
                        standing(payment.event().paymentId().value(), reached, times)))
                .toList();
        STARTED.copyInto("readmodel.saga", tables, rows);
    }

    /** @param times when the event at each position was recorded */
    void update(Map<UUID, Reached> reached, Map<Long, Instant> times) {
        List<Standing> rows = reached.keySet().stream()
                .map(payment -> standing(payment, reached, times))
                .toList();
        MOVED_ON.write(tables, UPDATE, rows);
    }

    private static Standing standing(UUID payment, Map<UUID, Reached> reached, Map<Long, Instant> times) {
        Reached now = Objects.requireNonNull(reached.get(payment));
        return new Standing(payment, now, Objects.requireNonNull(times.get(now.lastPosition())));
    }
}
