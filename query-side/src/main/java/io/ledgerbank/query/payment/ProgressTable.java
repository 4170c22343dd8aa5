package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.projection.KnownRows;
import io.ledgerbank.query.projection.ManyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The columns in which a table keeps how far a payment has come. */
final class ProgressTable {

    private static final String FIND = """
        SELECT %2$s AS id, status, step, sequence, attempts, inquiries, due_at, last_reason, ended_at,
            activity, certain, last_position
        FROM %1$s WHERE %2$s = ANY (?)\
        """;

    private final JdbcClient jdbc;
    private final String find;

    ProgressTable(JdbcClient jdbc, String table, String idColumn) {
        this.jdbc = jdbc;
        this.find = FIND.formatted(table, idColumn);
    }

    static <R> ManyRows<R> columns(ManyRows<R> rows, Function<R, Reached> reached) {
        Function<R, PaymentProgress> progress = reached.andThen(Reached::progress);
        return rows.column("status", "text", row -> progress.apply(row).status().name())
                .column("step", "text", row -> progress.apply(row).step().name())
                .column("sequence", "bigint", row -> progress.apply(row).sequence())
                .column("attempts", "integer", row -> progress.apply(row).attempts())
                .column("inquiries", "integer", row -> progress.apply(row).inquiries())
                .column("due_at", "timestamptz", row -> progress.apply(row).due())
                .column("last_reason", "text", row -> progress.apply(row)
                        .lastReason()
                        .map(Reason::code)
                        .orElse(null))
                .column("ended_at", "timestamptz", row -> progress.apply(row)
                        .endedAt()
                        .orElse(null))
                .column("activity", "text", row -> progress.apply(row)
                        .activity()
                        .name())
                .column("certain", "text", row -> progress.apply(row)
                        .certain()
                        .map(Execution::name)
                        .orElse(null))
                .column("last_position", "bigint", row -> reached.apply(row).lastPosition());
    }

    Map<UUID, Reached> find(List<UUID> ids) {
        return KnownRows.find(jdbc, find, ids, (row, number) -> read(row));
    }

    private static Reached read(ResultSet row) throws SQLException {
        PaymentProgress progress = new PaymentProgress(
                PaymentStatus.valueOf(row.getString("status")),
                Step.valueOf(row.getString("step")),
                row.getLong("sequence"),
                row.getInt("attempts"),
                row.getInt("inquiries"),
                row.getTimestamp("due_at").toInstant(),
                Optional.ofNullable(row.getString("last_reason")).flatMap(Reason::find),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(java.sql.Timestamp::toInstant),
                Optional.empty(),
                Activity.valueOf(row.getString("activity")),
                Optional.ofNullable(row.getString("certain")).map(Execution::valueOf));
        return new Reached(progress, row.getLong("last_position"));
    }
}
