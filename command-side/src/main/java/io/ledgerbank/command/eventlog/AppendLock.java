package io.ledgerbank.command.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * How a transaction stands to others that append. PostgreSQL queues for this lock in order, so whoever asks to be alone
 * gets its turn however busy the others are. It is held until the transaction ends.
 */
enum AppendLock {
    /** Others may try, too, and the log's primary key decides. */
    TOGETHER("pg_advisory_xact_lock_shared"),
    /** Nobody else appends, so no race can be lost. */
    ALONE("pg_advisory_xact_lock");

    private static final long KEY = 0x1ed9e5ba9cL << 8 | 1;

    private final String statement;

    AppendLock(String function) {
        this.statement = "SELECT " + function + "(" + KEY + ")";
    }

    /** Waits for this and for every other lock of the transaction no longer than given. */
    void take(Connection connection, Duration patience) throws SQLException {
        try (Statement locking = connection.createStatement()) {
            locking.execute("SET LOCAL lock_timeout = " + patience.toMillis() + "; " + statement);
        }
    }

    void take(Connection connection) throws SQLException {
        try (Statement locking = connection.createStatement()) {
            locking.execute(statement);
        }
    }
}
