package io.ledgerbank.query.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.projection.ProjectedPosition;
import io.ledgerbank.query.projection.ProjectionName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads a balance and how far the log is reckoned in by one statement, thus of one moment; when that was recorded is
 * looked up afterwards, because it never changes. Thread-safe.
 */
final class BalanceReader {

    private static final String SQL = "SELECT posted, held, overdraft_limit, currency, progress.projected "
            + "FROM readmodel.account LEFT JOIN (" + ProjectedPosition.SELECT
            + ") AS progress ON true WHERE id = :id";

    private final JdbcClient jdbc;
    private final KnowledgeReader knowledge;
    private final Clock clock;

    BalanceReader(JdbcClient jdbc, KnowledgeReader knowledge, Clock clock) {
        this.jdbc = jdbc;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    Optional<AccountBalance> now(AccountId id) {
        Instant now = clock.instant();
        return jdbc.sql(SQL)
                .param("projection", ProjectionName.ACCOUNTS.code())
                .param("id", id.value())
                .query((row, number) -> balance(row, now))
                .optional();
    }

    private AccountBalance balance(ResultSet row, Instant now) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Money posted = new Money(row.getLong("posted"), currency);
        Money held = new Money(row.getLong("held"), currency);
        Money overdraft = new Money(row.getLong("overdraft_limit"), currency);
        long position = ProjectedPosition.of(row);
        return new AccountBalance(
                posted,
                held,
                posted.minus(held).plus(overdraft),
                now,
                knowledge.recordedAt(position).orElse(now),
                position);
    }
}
