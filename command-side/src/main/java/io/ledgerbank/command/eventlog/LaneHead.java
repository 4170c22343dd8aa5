package io.ledgerbank.command.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;

/**
 * The head of the log as the lane remembers it, and with it the promise that no cached aggregate is older. For the lane's
 * thread only.
 */
final class LaneHead {

    private static final String MOVED = "SELECT DISTINCT stream_id FROM eventlog.event WHERE position > ?";
    private static final String HASH_AT = "SELECT hash FROM eventlog.event WHERE position = ?";

    private final ConnectionProvider connections;
    private final Cache aggregates;
    private final Duration patience;
    private final LogWriter writer = new LogWriter();
    private Optional<Head> remembered = Optional.empty();

    /** @param patience with locks that others hold */
    LaneHead(ConnectionProvider connections, Cache aggregates, Duration patience) {
        this.connections = connections;
        this.aggregates = aggregates;
        this.patience = patience;
    }

    /** Begins a turn in the running transaction, behind the remembered head or, when alone, behind the true one. */
    LogTurn open(AppendLock lock) {
        try (Connection connection = connections.getConnection()) {
            lock.take(connection, patience);
            Head head = lock == AppendLock.TOGETHER && remembered.isPresent() ? remembered.get() : catchUp(connection);
            return new LogTurn(head);
        } catch (SQLException e) {
            throw new EventLogException("Could not begin to append to the event log", e);
        }
    }

    /** @throws LostRace when the log has grown meanwhile */
    void requireUnmoved(Head head) {
        try (Connection connection = connections.getConnection()) {
            if (!writer.head(connection).equals(head)) {
                throw new LostRace("The log has grown meanwhile");
            }
        } catch (SQLException e) {
            throw new EventLogException("Could not read the head of the event log", e);
        }
    }

    /** Tells whether an append became part of the log, once whatever is left of its transaction has ended. */
    boolean stands(Head written) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(HASH_AT)) {
            AppendLock.ALONE.take(connection, patience);
            statement.setLong(1, written.position());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && new EventHash(row.getBytes(1)).equals(written.hash());
            }
        } catch (SQLException e) {
            throw new EventLogException("Could not look for an append", e);
        }
    }

    void remember(Head committed) {
        remembered = Optional.of(committed);
    }

    private Head catchUp(Connection connection) throws SQLException {
        Head head = writer.head(connection);
        if (remembered.isPresent()) {
            forgetMoved(connection, remembered.get());
        }
        remember(head);
        return head;
    }

    private void forgetMoved(Connection connection, Head since) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVED)) {
            statement.setLong(1, since.position());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    aggregates.remove(rows.getString(1));
                }
            }
        }
    }
}
