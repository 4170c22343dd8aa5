package io.ledgerbank.saga.batch;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.SagaFinder.Found;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Where batches are kept, with what has become of each of their payments. Thread-safe. */
final class BatchTable {

    /**
     * One payment of a batch that is to be acted on.
     *
     * @param startedAt the payment's last event when a worker, which may have died since, began to act on it
     */
    record Next(int number, PaymentId payment, Optional<Long> startedAt) {}

    /** What a worker has to know. */
    record Running(BatchState state, BatchAction action, String reason, Caller caller) {}

    private static final String INSERT = """
            INSERT INTO saga.batch (id, action, filter, reason, state, requested_by, requested_role, requested_at,
                idempotency_key)
            VALUES (:id, :action, :filter, :reason, 'RUNNING', :by, :role, :now, :key)
            ON CONFLICT (requested_by, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING""";

    private static final String KNOWN = """
            SELECT id, action, filter, reason FROM saga.batch WHERE requested_by = :by AND idempotency_key = :key""";

    private static final String INSERT_ITEMS = """
            INSERT INTO saga.batch_item (batch_id, number, payment_id, amount, currency, state)
            SELECT ?, number, payment, amount, currency, 'LEFT'
            FROM unnest(CAST(? AS integer[]), CAST(? AS uuid[]), CAST(? AS bigint[]), CAST(? AS text[]))
                AS given (number, payment, amount, currency)""";

    private static final String NEXT = """
            SELECT number, payment_id, started_at_sequence FROM saga.batch_item
            WHERE batch_id = ? AND state IN ('STARTED', 'LEFT') ORDER BY state DESC, number LIMIT 1""";

    private final JdbcClient jdbc;

    BatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A batch that was begun with a key, as it was ordered. */
    record Known(UUID id, BatchAction action, String filter, String reason) {}

    Optional<Known> known(Caller caller, String key) {
        return jdbc.sql(KNOWN)
                .param("by", caller.userId().value())
                .param("key", key)
                .query((row, number) -> new Known(
                        row.getObject("id", UUID.class),
                        BatchAction.valueOf(row.getString("action")),
                        row.getString("filter"),
                        row.getString("reason")))
                .optional();
    }

    /**
     * In the caller's transaction.
     *
     * @return whether it is there now; not if the same key has begun another
     */
    boolean insert(
            UUID id,
            BatchOrder order,
            String filter,
            Optional<String> key,
            Caller caller,
            List<Found> payments,
            Instant now) {
        int begun = jdbc.sql(INSERT)
                .param("id", id)
                .param("action", order.action().name())
                .param("filter", filter)
                .param("reason", order.reason().text())
                .param("by", caller.userId().value())
                .param("role", caller.role().name())
                .param("now", Timestamp.from(now))
                .param("key", key.orElse(null))
                .update();
        if (begun == 0) {
            return false;
        }
        jdbc.sql(INSERT_ITEMS)
                .param(id)
                .param(array(
                        "integer",
                        IntStream.rangeClosed(1, payments.size()).boxed().toArray()))
                .param(array(
                        "uuid", each(payments, payment -> payment.paymentId().value())))
                .param(array(
                        "bigint", each(payments, payment -> payment.amount().minorUnits())))
                .param(array(
                        "text",
                        each(payments, payment -> payment.amount().currency().getCurrencyCode())))
                .update();
        return true;
    }

    Optional<Running> running(UUID id) {
        return jdbc.sql("SELECT state, action, reason, requested_by, requested_role FROM saga.batch WHERE id = ?")
                .param(id)
                .query((row, number) -> new Running(
                        BatchState.valueOf(row.getString("state")),
                        BatchAction.valueOf(row.getString("action")),
                        row.getString("reason"),
                        new Caller(
                                new UserId(row.getObject("requested_by", UUID.class)),
                                Role.valueOf(row.getString("requested_role")))))
                .optional();
    }

    /** What was started and not finished comes first. */
    Optional<Next> next(UUID id) {
        return jdbc.sql(NEXT)
                .param(id)
                .query((row, number) -> new Next(
                        row.getInt("number"),
                        new PaymentId(row.getObject("payment_id", UUID.class)),
                        Optional.ofNullable(row.getObject("started_at_sequence", Long.class))))
                .optional();
    }

    void start(UUID id, Next item, long at) {
        jdbc.sql("""
                        UPDATE saga.batch_item SET state = 'STARTED', started_at_sequence = :at
                        WHERE batch_id = :id AND number = :number""")
                .param("at", at)
                .param("id", id)
                .param("number", item.number())
                .update();
    }

    void finish(UUID id, Next item) {
        setState(id, item, "DONE", Optional.empty());
    }

    void fail(UUID id, Next item, Reason why) {
        setState(id, item, "FAILED", Optional.of(why.code()));
    }

    /** @return whether the batch was in one of these states */
    boolean move(UUID id, List<BatchState> from, BatchState to) {
        return jdbc.sql("UPDATE saga.batch SET state = :to WHERE id = :id AND state IN (:from)")
                        .param("to", to.name())
                        .param("id", id)
                        .param("from", from.stream().map(BatchState::name).toList())
                        .update()
                > 0;
    }

    /** @return whether the batch was in one of these states */
    boolean end(UUID id, List<BatchState> from, BatchState end, Instant now) {
        return jdbc.sql("UPDATE saga.batch SET state = :to, ended_at = :now WHERE id = :id AND state IN (:from)")
                        .param("to", end.name())
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .param("from", from.stream().map(BatchState::name).toList())
                        .update()
                > 0;
    }

    private void setState(UUID id, Next item, String state, Optional<String> reason) {
        jdbc.sql(
                        "UPDATE saga.batch_item SET state = :state, reason = :reason WHERE batch_id = :id AND number = :number")
                .param("state", state)
                .param("reason", reason.orElse(null))
                .param("id", id)
                .param("number", item.number())
                .update();
    }

    private static SqlArrayValue array(String type, Object[] values) {
        return new SqlArrayValue(type, values);
    }

    private static Object[] each(List<Found> payments, Function<Found, Object> value) {
        return payments.stream().map(value).toArray();
    }
}
