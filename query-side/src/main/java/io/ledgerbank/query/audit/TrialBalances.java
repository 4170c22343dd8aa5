package io.ledgerbank.query.audit;

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
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws up the trial balance from the sums of all entries, read by one statement and thus of one moment. Thread-safe. */
public class TrialBalances {

    private static final String SQL =
            "SELECT projected, account, currency, debits, credits FROM (" + ProjectedPosition.SELECT
                    + ") AS progress LEFT JOIN readmodel.ledger_sum ON true ORDER BY currency, account";

    private final JdbcClient jdbc;

    TrialBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws RejectedException {@code insufficient_permissions} */
    public TrialBalance now(Caller caller) {
        caller.requireStaff();
        return jdbc.sql(SQL)
                .param("projection", ProjectionName.ENTRIES.code())
                .query((ResultSet rows) -> balance(rows));
    }

    private TrialBalance balance(ResultSet rows) throws SQLException {
        long position = LogPosition.NONE;
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
}
