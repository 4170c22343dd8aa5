package io.ledgerbank.query.audit;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.audit.TrialBalance.AccountLine;
import io.ledgerbank.query.audit.TrialBalance.InCurrency;
import io.ledgerbank.query.projection.LogPosition;
import io.ledgerbank.query.projection.ProjectedPosition;
import io.ledgerbank.query.projection.ProjectionName;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws up trial balances, each read by one statement and thus of one moment. Thread-safe. */
public class TrialBalances {

    private static final String NOW =
            "SELECT projected, account, currency, debits, credits FROM (" + ProjectedPosition.SELECT
                    + ") AS progress LEFT JOIN readmodel.ledger_sum ON true ORDER BY currency, account";

    private static final String LINES = """
            SELECT account_id::text AS account, currency, direction, amount FROM readmodel.entry WHERE %1$s
            UNION ALL
            SELECT account, currency, direction, amount FROM readmodel.internal_entry WHERE %1$s""";

    private static final String SUMS = """
            SELECT account, currency, coalesce(sum(amount) FILTER (WHERE direction = 'DEBIT'), 0) AS debits,
                coalesce(sum(amount) FILTER (WHERE direction = 'CREDIT'), 0) AS credits
            FROM (%s) AS line GROUP BY account, currency""";

    /** Of an early position: all lines up to it. */
    private static final String FORWARD = "SELECT CAST(:position AS bigint) AS projected, sums.* FROM ("
            + SUMS.formatted(LINES.formatted("position <= :position")) + ") AS sums ORDER BY currency, account";

    /** Of a late position: the sums of now without all lines behind it. */
    private static final String BACKWARD = """
            SELECT CAST(:position AS bigint) AS projected, account, currency,
                now.debits - coalesce(behind.debits, 0) AS debits, now.credits - coalesce(behind.credits, 0) AS credits
            FROM readmodel.ledger_sum AS now LEFT JOIN (%s) AS behind USING (account, currency)
            WHERE now.debits > coalesce(behind.debits, 0) OR now.credits > coalesce(behind.credits, 0)
            ORDER BY currency, account""".formatted(SUMS.formatted(LINES.formatted("position > :position")));

    private static final String RECORDED_BY = """
            SELECT coalesce(
                (SELECT min(position) - 1 FROM eventlog.event WHERE recorded_at > :time),
                (SELECT max(position) FROM eventlog.event), 0)""";

    private final JdbcClient jdbc;

    TrialBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws RejectedException {@code insufficient_permissions} */
    public TrialBalance now(Caller caller) {
        caller.requireStaff();
        return jdbc.sql(NOW)
                .param("projection", ProjectionName.ENTRIES.code())
                .query((ResultSet rows) -> balance(rows, LogPosition.NONE));
    }

    /**
     * As of a time or a position, or of now.
     *
     * @param asOf all that was recorded by then
     * @throws RejectedException {@code insufficient_permissions}; {@code invalid_parameter} when both are given, or what is
     *     asked for has not been booked yet
     */
    public TrialBalance at(Optional<Instant> asOf, Optional<Long> position, Caller caller) {
        caller.requireStaff();
        if (asOf.isPresent() && position.isPresent()) {
            throw invalid("Either asOf or position is given, not both");
        }
        return position.or(() -> asOf.map(this::recordedBy)).map(this::at).orElseGet(() -> now(caller));
    }

    private TrialBalance at(long position) {
        long projected = jdbc.sql(ProjectedPosition.SELECT)
                .param("projection", ProjectionName.ENTRIES.code())
                .query((row, number) -> ProjectedPosition.of(row))
                .optional()
                .orElse(LogPosition.NONE);
        if (position < LogPosition.NONE || position > projected) {
            throw invalid("A position is from 0 to " + projected + ", up to which everything has been booked");
        }
        return jdbc.sql(position < projected / 2 ? FORWARD : BACKWARD)
                .param("position", position)
                .query((ResultSet rows) -> balance(rows, position));
    }

    private long recordedBy(Instant time) {
        return jdbc.sql(RECORDED_BY)
                .param("time", OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static TrialBalance balance(ResultSet rows, long otherwise) throws SQLException {
        long position = otherwise;
        Map<String, List<AccountLine>> lines = new TreeMap<>();
        while (rows.next()) {
            position = ProjectedPosition.of(rows);
            String currency = rows.getString("currency");
            if (currency != null) {
                lines.computeIfAbsent(currency, first -> new ArrayList<>()).add(line(rows, currency));
            }
        }
        List<InCurrency> currencies = lines.entrySet().stream()
                .map(entry -> InCurrency.of(Currency.getInstance(entry.getKey()), List.copyOf(entry.getValue())))
                .toList();
        return new TrialBalance(position, currencies);
    }

    private static AccountLine line(ResultSet rows, String currency) throws SQLException {
        return AccountLine.of(
                rows.getString("account"),
                total(rows.getBigDecimal("debits"), currency),
                total(rows.getBigDecimal("credits"), currency));
    }

    private static Total total(BigDecimal minorUnits, String currency) {
        return new Total(minorUnits.toBigIntegerExact(), Currency.getInstance(currency));
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(Reason.INVALID_PARAMETER, detail);
    }
}
