package io.ledgerbank.query.board;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.audit.Total;
import io.ledgerbank.query.board.SagaFigures.Minute;
import io.ledgerbank.query.board.SagaFigures.Times;
import io.ledgerbank.query.board.SagaFigures.Trouble;
import io.ledgerbank.query.payment.SagaState;
import io.ledgerbank.query.payment.SagaSummary.StepCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws up the figures from the few open sagas and from what began or ended within the hour, by indexes. Thread-safe. */
public class FigureQueries {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final String OPEN = """
            SELECT state, step, currency, count(*) AS sagas, sum(amount) AS held,
                min(started_at) FILTER (WHERE state = 'STUCK') AS oldest
            FROM readmodel.saga WHERE state IN ('RUNNING', 'WAITING', 'PAUSED', 'STUCK')
            GROUP BY state, step, currency ORDER BY state, step, currency""";

    private static final String ENDED = """
            SELECT date_trunc('minute', ended_at) AS minute,
                count(*) FILTER (WHERE state = 'COMPLETED') AS settled,
                count(*) FILTER (WHERE state <> 'COMPLETED') AS undone,
                (percentile_disc(0.5) WITHIN GROUP (ORDER BY took) FILTER (WHERE state = 'COMPLETED'))::bigint AS median,
                (percentile_disc(0.95) WITHIN GROUP (ORDER BY took) FILTER (WHERE state = 'COMPLETED'))::bigint AS p95
            FROM (SELECT state, ended_at, (extract(epoch FROM ended_at - started_at) * 1000)::bigint AS took
                  FROM readmodel.saga WHERE ended_at >= :from) AS ended
            GROUP BY GROUPING SETS ((date_trunc('minute', ended_at)), ()) ORDER BY minute NULLS LAST""";

    private static final String BEGAN = """
            SELECT last_reason, count(*) AS sagas, sum(greatest(attempts - 1, 0) + inquiries) AS repeats
            FROM readmodel.saga WHERE started_at >= :from GROUP BY last_reason ORDER BY sagas DESC, last_reason""";

    private final JdbcClient jdbc;
    private final Clock clock;

    FigureQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Open(StepCount count, Optional<Instant> oldest) {}

    private record Began(Optional<Reason> reason, long sagas, long repeats) {}

    private record Ended(Optional<Instant> minute, long settled, long undone, Optional<Times> times) {}

    /** @throws RejectedException {@code insufficient_permissions} */
    public SagaFigures now(Caller caller) {
        caller.requireStaff();
        Instant now = clock.instant();
        Timestamp from = Timestamp.from(now.minus(HOUR));
        List<Open> open = jdbc.sql(OPEN).query((row, number) -> open(row)).list();
        List<Ended> ended = jdbc.sql(ENDED)
                .param("from", from)
                .query((row, number) -> ended(row))
                .list();
        List<Began> began = jdbc.sql(BEGAN)
                .param("from", from)
                .query((row, number) -> began(row))
                .list();
        return new SagaFigures(
                now,
                together(open.stream().map(Open::count)),
                held(open),
                open.stream().flatMap(each -> each.oldest().stream()).min(Instant::compareTo),
                began.stream().mapToLong(Began::sagas).sum(),
                ended.stream()
                        .filter(each -> each.minute().isEmpty())
                        .findFirst()
                        .flatMap(Ended::times),
                ended.stream().flatMap(FigureQueries::minute).toList(),
                began.stream().flatMap(FigureQueries::trouble).toList());
    }

    private static Stream<Minute> minute(Ended ended) {
        return ended.minute().stream().map(from -> new Minute(from, ended.settled(), ended.undone(), ended.times()));
    }

    private static Stream<Trouble> trouble(Began began) {
        return began.reason().stream().map(reason -> new Trouble(reason, began.sagas(), began.repeats()));
    }

    private static List<StepCount> together(Stream<StepCount> counts) {
        Map<String, StepCount> all = new LinkedHashMap<>();
        counts.forEach(count -> all.merge(
                count.state() + "/" + count.step(),
                count,
                (one, other) -> new StepCount(
                        one.state(),
                        one.step(),
                        one.count() + other.count(),
                        Stream.concat(one.held().stream(), other.held().stream())
                                .toList())));
        return List.copyOf(all.values());
    }

    private static List<Total> held(List<Open> open) {
        Map<Currency, Total> sums = new LinkedHashMap<>();
        open.stream()
                .filter(each -> each.count().step() != Step.DISPUTED)
                .flatMap(each -> each.count().held().stream())
                .forEach(total -> sums.merge(total.currency(), total, Total::plus));
        return new ArrayList<>(sums.values());
    }

    private static Open open(ResultSet row) throws SQLException {
        StepCount count = new StepCount(
                SagaState.valueOf(row.getString("state")),
                Step.valueOf(row.getString("step")),
                row.getLong("sagas"),
                List.of(new Total(
                        row.getBigDecimal("held").toBigIntegerExact(),
                        Currency.getInstance(row.getString("currency")))));
        return new Open(count, time(row, "oldest"));
    }

    private static Ended ended(ResultSet row) throws SQLException {
        long median = row.getLong("median");
        Optional<Times> times = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Times(Duration.ofMillis(median), Duration.ofMillis(row.getLong("p95"))));
        return new Ended(time(row, "minute"), row.getLong("settled"), row.getLong("undone"), times);
    }

    private static Began began(ResultSet row) throws SQLException {
        return new Began(
                Optional.ofNullable(row.getString("last_reason")).flatMap(Reason::find),
                row.getLong("sagas"),
                row.getLong("repeats"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
