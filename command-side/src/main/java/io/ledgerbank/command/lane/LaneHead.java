package io.ledgerbank.command.lane;

import io.ledgerbank.command.eventlog.AppendLock;
import io.ledgerbank.command.eventlog.EventHash;
import io.ledgerbank.command.eventlog.EventLogException;
import io.ledgerbank.command.eventlog.Head;
import io.ledgerbank.command.eventlog.LogBusy;
import io.ledgerbank.command.eventlog.LogTurn;
import io.ledgerbank.command.eventlog.LogWriter;
import io.ledgerbank.command.eventlog.LostRace;
import io.ledgerbank.command.eventlog.SeenHeads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The head of the log as the lane remembers it, and with it the promise that no cached aggregate is older. For the lane's
 * thread only.
 */
final class LaneHead {

    private static final String MOVED = "SELECT DISTINCT stream_id FROM eventlog.event WHERE position > ?";
    private static final String HASH_AT = "SELECT hash FROM eventlog.event WHERE position = ?";

    /** Behind more events than that it is quicker to load again what is asked for; all nodes wait meanwhile. */
    private static final long MOST_TO_CATCH_UP = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(LaneHead.class);

    private final ConnectionProvider connections;
    private final AggregateCache aggregates;
    private final Duration patience;
    private final SeenHeads seen;
    private final LogWriter writer = new LogWriter();
    private Optional<Head> remembered = Optional.empty();

    /** @param patience with locks that others hold */
    LaneHead(ConnectionProvider connections, AggregateCache aggregates, Duration patience, SeenHeads seen) {
        this.connections = connections;
        this.aggregates = aggregates;
        this.patience = patience;
        this.seen = seen;
    }

    /**
     * Begins a turn in the running transaction, behind the remembered head or, when alone, behind the true one.
     *
     * @throws LostRace when the remembered head is not in the log any more, as after the restore of an older backup
     * @throws LogBusy when others would not let go of the log
     */
    LogTurn open(AppendLock lock) {
        try (Connection connection = connections.getConnection()) {
            Optional<EventHash> standing = lock.take(
                    connection, patience, remembered.orElse(Head.START).position());
            if (remembered.isPresent()) {
                requireStanding(remembered.get(), standing);
            }
            boolean isNewest = lock == AppendLock.TOGETHER && remembered.isPresent();
            return new LogTurn(isNewest ? remembered.get() : catchUp(connection));
        } catch (SQLException e) {
            throw new EventLogException("Could not begin to append to the event log", e);
        }
    }

    private void requireStanding(Head head, Optional<EventHash> standing) {
        if (head.equals(Head.START) || standing.equals(Optional.of(head.hash()))) {
            return;
        }
        LOG.error("The event at position {} that this node has seen is not in the log any more", head.position());
        seen.lose(head);
        forgetEverything();
        throw new LostRace("The log has lost events");
    }

    /** What is in memory may be of a future that did not come. */
    void forgetEverything() {
        remembered = Optional.empty();
        aggregates.removeAll();
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
            AppendLock.ALONE.take(connection, patience, written.position());
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
        seen.see(committed);
    }

    private Head catchUp(Connection connection) throws SQLException {
        Head head = writer.head(connection);
        if (remembered.isPresent()) {
            forgetMoved(connection, remembered.get(), head);
        }
        remember(head);
        return head;
    }

    private void forgetMoved(Connection connection, Head since, Head head) throws SQLException {
        if (head.position() - since.position() > MOST_TO_CATCH_UP) {
            aggregates.removeAll();
            return;
        }
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
