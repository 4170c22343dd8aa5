package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.query.projection.LogPosition;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps where the saga of each external payment stands; other payments have none. */
final class SagaProjection {

    private static final String INSERT = """
            INSERT INTO readmodel.saga (payment_id, bank_code, amount, currency, state, started_at, updated_at, position,
                    last_position, %s)
            VALUES (:id, :bank, :amount, :currency, :state, :startedAt, :updatedAt, :position, :position, %s)
            ON CONFLICT (payment_id) DO NOTHING""".formatted(ProgressTable.COLUMNS, ProgressTable.VALUES);

    private static final String UPDATE = """
            UPDATE readmodel.saga
            SET state = :state, updated_at = :updatedAt, last_position = :position, (%s) = (%s)
            WHERE payment_id = :id""".formatted(ProgressTable.COLUMNS, ProgressTable.VALUES);

    private final JdbcClient jdbc;
    private final ProgressTable progress;

    SagaProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.progress = new ProgressTable(jdbc, "readmodel.saga", "payment_id");
    }

    @EventHandler
    void on(PaymentCreated event, TrackingToken token, @Timestamp Instant recordedAt) {
        event.order()
                .externalCreditor()
                .ifPresent(creditor -> start(event, creditor, LogPosition.of(token), recordedAt));
    }

    @EventHandler
    void on(PaymentEvent event, TrackingToken token, @Timestamp Instant recordedAt) {
        long position = LogPosition.of(token);
        progress.find(event.paymentId().value())
                .flatMap(known -> known.after(event, position))
                .ifPresent(next -> update(event, next, position, recordedAt));
    }

    private void start(PaymentCreated event, Creditor creditor, long position, Instant recordedAt) {
        PaymentProgress first = PaymentProgress.of(event);
        jdbc.sql(INSERT)
                .params(ProgressTable.values(first))
                .param("id", event.paymentId().value())
                .param("bank", creditor.bankCode().value())
                .param("amount", event.order().amount().minorUnits())
                .param("currency", event.order().amount().currency().getCurrencyCode())
                .param("state", SagaState.of(first).name())
                .param("startedAt", sql(event.createdAt()))
                .param("updatedAt", sql(recordedAt))
                .param("position", position)
                .update();
    }

    private void update(PaymentEvent event, PaymentProgress next, long position, Instant recordedAt) {
        jdbc.sql(UPDATE)
                .params(ProgressTable.values(next))
                .param("state", SagaState.of(next).name())
                .param("updatedAt", sql(recordedAt))
                .param("position", position)
                .param("id", event.paymentId().value())
                .update();
    }

    private static java.sql.Timestamp sql(Instant time) {
        return java.sql.Timestamp.from(time);
    }
}
