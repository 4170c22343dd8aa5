package io.ledgerbank.command.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a transaction stands to others that append. PostgreSQL queues for this lock in order, so whoever asks to be alone
 * gets its turn however busy the others are. It is held until the transaction ends.
 */
public enum AppendLock {
    /** Others may try, too, and the log's primary key decides. */
    TOGETHER("pg_advisory_xact_lock_shared"),
    /** Nobody else appends, so no race can be lost. */
    ALONE("pg_advisory_xact_lock");

    private static final long KEY = 0x1ed9e5ba9cL << 8 | 1;

    /** A statement of an append takes milliseconds; one that takes this long never ends. */
    private static final String LONGEST_STATEMENT = "10s";

    /** How long PostgreSQL keeps the locks of a node that fell silent amid its transaction. */
    private static final String LONGEST_SILENCE = "10s";

    private final String statement;

    AppendLock(String function) {
        this.statement = """
                SELECT set_config('lock_timeout', ?, true), set_config('statement_timeout', '%s', true),
                    set_config('idle_in_transaction_session_timeout', '%s', true), %s(%d),
                    (SELECT hash FROM eventlog.event WHERE position = ?)""".formatted(LONGEST_STATEMENT, LONGEST_SILENCE, function, KEY);
    }

    /**
     * Waits for this and for every other lock of the transaction no longer than given.
     *
     * @return the hash of the event at the position, as the log was when the lock was asked for
     * @throws LogBusy when others would not let go
     */
    public Optional<EventHash> take(Connection connection, Duration patience, long position) throws SQLException {
        try (PreparedStatement locking = connection.prepareStatement(statement)) {
            locking.setString(1, patience.toMillis() + "ms");
            locking.setLong(2, position);
            try (ResultSet row = locking.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getBytes(5)).map(EventHash::new);
            }
        } catch (SQLException e) {
            if (PostgresErrors.isTimeout(e)) {
                throw new LogBusy(e);
            }
            throw e;
        }
    }
}
