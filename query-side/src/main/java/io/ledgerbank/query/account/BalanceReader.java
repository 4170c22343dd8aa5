package io.ledgerbank.query.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.projection.ProjectedPosition;
import io.ledgerbank.query.projection.ProjectionName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads a balance and how far the log is reckoned in by one statement, thus of one moment; when that was recorded is
 * looked up afterwards, because it never changes. Thread-safe.
 */
final class BalanceReader {

    private static final String SQL = "SELECT owner_id, posted, held, overdraft_limit, currency, progress.projected "
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

    Optional<KnownBalance> now(AccountId id) {
        return jdbc.sql(SQL)
                .param("projection", ProjectionName.ACCOUNTS.code())
                .param("id", id.value())
                .query((row, number) -> balance(row))
                .optional();
    }

    private KnownBalance balance(ResultSet row) throws SQLException {
        long position = ProjectedPosition.of(row);
        return new KnownBalance(
                row.getObject("owner_id", UUID.class),
                row.getLong("posted"),
                row.getLong("held"),
                row.getLong("overdraft_limit"),
                row.getString("currency"),
                position,
                knowledge.recordedAt(position).orElseGet(clock::instant));
    }
}
