package io.ledgerbank.command.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Lets one node of all do something at a time. Who dies lets go: the lock is the database session's. Thread-safe.
 */
final class OneRunner {

    static final long KEY = 0x1ed9e5ba9cL << 8 | 2;
    private static final String TRY = "SELECT pg_try_advisory_lock(" + KEY + ")";
    private static final String LET_GO = "SELECT pg_advisory_unlock(" + KEY + ")";

    private final DataSource database;

    OneRunner(DataSource database) {
        this.database = database;
    }

    /** Does nothing when another is at it. */
    void run(Runnable work) {
        try (Connection session = database.getConnection();
                Statement statement = session.createStatement()) {
            if (!isTrue(statement, TRY)) {
                return;
            }
            try {
                work.run();
            } finally {
                isTrue(statement, LET_GO);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("Taking turns", TRY, e);
        }
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
