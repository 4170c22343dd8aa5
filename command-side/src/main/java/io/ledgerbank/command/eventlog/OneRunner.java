package io.ledgerbank.command.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Lets one node of all do something at a time. Who dies lets go: the lock is the database session's. Thread-safe.
 */
public final class OneRunner {

    /** What is done by one node at a time; the numbers are those of locks that nodes of other versions know, too. */
    public enum Task {
        VERIFYING(2),
        FORGETTING_ANSWERS(3);

        private final long key;

        Task(int number) {
            this.key = 0x1ed9e5ba9cL << 8 | number;
        }

        /** Of the database's advisory lock. */
        public long key() {
            return key;
        }
    }

    private static final String TRY = "SELECT pg_try_advisory_lock(%d)";
    private static final String LET_GO = "SELECT pg_advisory_unlock(%d)";

    private final DataSource database;
    private final Task task;

    public OneRunner(DataSource database, Task task) {
        this.database = database;
        this.task = task;
    }

    /** Does nothing when another is at it. */
    public void run(Runnable work) {
        try (Connection session = database.getConnection();
                Statement statement = session.createStatement()) {
            if (!isTrue(statement, TRY.formatted(task.key()))) {
                return;
            }
            try {
                work.run();
            } finally {
                isTrue(statement, LET_GO.formatted(task.key()));
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
