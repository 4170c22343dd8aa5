package io.ledgerbank.query.board;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.audit.Total;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups the payments that only a person can go on with, by one query. Thread-safe. */
public class RiskQueries {

    private static final String GROUPS = """
            SELECT last_reason, bank_code, step, currency, count(*) AS sagas, sum(amount) AS amount,
                min(started_at) AS oldest, %s
            FROM (SELECT saga.*, floor(extract(epoch FROM :now - updated_at) / 1800) AS age
                  FROM readmodel.saga WHERE state = 'STUCK') AS stuck
            GROUP BY last_reason, bank_code, step, currency ORDER BY currency""".formatted(IntStream.range(0, RiskGroup.HALF_HOURS)
            .mapToObj("count(*) FILTER (WHERE age = %1$d) AS age%1$d"::formatted)
            .reduce((one, other) -> one + ", " + other)
            .orElseThrow());

    private final JdbcClient jdbc;
    private final Clock clock;

    RiskQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The largest first.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    public List<RiskGroup> groups(Caller caller) {
        caller.requireStaff();
        Map<List<Object>, RiskGroup> groups = new LinkedHashMap<>();
        jdbc.sql(GROUPS)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> read(row))
                .list()
                .forEach(group -> groups.merge(
                        List.of(group.reason(), group.bank(), group.step()), group, RiskQueries::together));
        return groups.values().stream()
                .sorted(Comparator.comparingLong(RiskGroup::count).reversed())
                .toList();
    }

    private static RiskGroup together(RiskGroup one, RiskGroup other) {
        return new RiskGroup(
                one.reason(),
                one.bank(),
                one.step(),
                one.count() + other.count(),
                Stream.concat(one.sums().stream(), other.sums().stream()).toList(),
                earlier(one.oldest(), other.oldest()),
                IntStream.range(0, RiskGroup.HALF_HOURS)
                        .mapToObj(i -> one.trend().get(i) + other.trend().get(i))
                        .toList());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static RiskGroup read(ResultSet row) throws SQLException {
        Long[] trend = new Long[RiskGroup.HALF_HOURS];
        for (int i = 0; i < trend.length; i++) {
            trend[trend.length - 1 - i] = row.getLong("age" + i);
        }
        Total sum = new Total(
                row.getBigDecimal("amount").toBigIntegerExact(), Currency.getInstance(row.getString("currency")));
        return new RiskGroup(
                Optional.ofNullable(row.getString("last_reason")).flatMap(Reason::find),
                new BankCode(row.getString("bank_code")),
                Step.valueOf(row.getString("step")),
                row.getLong("sagas"),
                List.of(sum),
                row.getTimestamp("oldest").toInstant(),
                List.of(trend));
    }
}
