package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The columns in which a table keeps how far a payment has come; writes what {@link PaymentProgress} folds. */
final class ProgressTable {

    static final String COLUMNS = "status, step, sequence, attempts, inquiries, due_at, last_reason, ended_at";
    static final String VALUES =
            ":status, :step, :sequence, :attempts, :inquiries, :dueAt, :lastReason, CAST(:endedAt AS timestamptz)";

    private final JdbcClient jdbc;
    private final String find;

    ProgressTable(JdbcClient jdbc, String table, String idColumn) {
        this.jdbc = jdbc;
        this.find = "SELECT " + COLUMNS + ", last_position FROM " + table + " WHERE " + idColumn + " = :id";
    }

    /** A payment's progress, and the position of the last event it reflects. */
    record Known(PaymentProgress progress, long lastPosition) {

        /** The progress after one more event, or nothing when it is reflected already. */
        Optional<PaymentProgress> after(PaymentEvent event, long position) {
            return position > lastPosition ? Optional.of(progress.after(event)) : Optional.empty();
        }
    }

    Optional<Known> find(UUID id) {
        return jdbc.sql(find)
                .param("id", id)
                .query((row, number) -> new Known(read(row), row.getLong("last_position")))
                .optional();
    }

    static Map<String, @Nullable Object> values(PaymentProgress progress) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("status", progress.status().name());
        values.put("step", progress.step().name());
        values.put("sequence", progress.sequence());
        values.put("attempts", progress.attempts());
        values.put("inquiries", progress.inquiries());
        values.put("dueAt", Timestamp.from(progress.due()));
        values.put("lastReason", progress.lastReason().map(Reason::code).orElse(null));
        values.put("endedAt", progress.endedAt().map(Timestamp::from).orElse(null));
        return values;
    }

    private static PaymentProgress read(ResultSet row) throws SQLException {
        return new PaymentProgress(
                PaymentStatus.valueOf(row.getString("status")),
                Step.valueOf(row.getString("step")),
                row.getLong("sequence"),
                row.getInt("attempts"),
                row.getInt("inquiries"),
                row.getTimestamp("due_at").toInstant(),
                Optional.ofNullable(row.getString("last_reason")).flatMap(Reason::find),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }
}
