package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.audit.Total;
import io.ledgerbank.query.payment.SagaSummary.StepCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts sagas: the few open ones by step with what they hold, the many that are over by an index alone. Thread-safe. */
final class SagaCounts {

    private static final String SQL = """
            SELECT %s AS state, step, currency, count(*) AS sagas, sum(amount) AS held
            FROM readmodel.saga WHERE state IN (:open) GROUP BY 1, step, currency
            UNION ALL
            SELECT state, 'DONE', NULL, count(*), NULL
            FROM readmodel.saga WHERE state IN (:over) GROUP BY state
            ORDER BY state, step, currency""".formatted(DeadSagas.STATE);

    private final JdbcClient jdbc;

    SagaCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StepCount> count(DeadSagas dead) {
        Map<String, StepCount> counts = new LinkedHashMap<>();
        jdbc.sql(SQL)
                .param("dead", dead.ids())
                .param("open", names(SagaState.open()))
                .param("over", List.of(SagaState.COMPLETED.name(), SagaState.COMPENSATED.name()))
                .query((row, number) -> read(row))
                .list()
                .forEach(count -> counts.merge(count.state() + "/" + count.step(), count, SagaCounts::together));
        return List.copyOf(counts.values());
    }

    private static StepCount read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        List<Total> held = currency == null
                ? List.of()
                : List.of(new Total(row.getBigDecimal("held").toBigIntegerExact(), Currency.getInstance(currency)));
        return new StepCount(
                SagaState.valueOf(row.getString("state")),
                Step.valueOf(row.getString("step")),
                row.getLong("sagas"),
                held);
    }

    private static StepCount together(StepCount one, StepCount other) {
        List<Total> held =
                Stream.concat(one.held().stream(), other.held().stream()).toList();
        return new StepCount(one.state(), one.step(), one.count() + other.count(), held);
    }

    private static List<String> names(List<SagaState> states) {
        return states.stream().map(SagaState::name).toList();
    }
}
