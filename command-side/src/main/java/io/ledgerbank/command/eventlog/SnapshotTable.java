package io.ledgerbank.command.eventlog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the newest snapshot of each stream, sealed, and finds none that is not. Thread-safe. */
final class SnapshotTable {

    private static final String ADD = """
            INSERT INTO eventlog.snapshot
                (event_id, stream_type, stream_id, sequence, type, revision, recorded_at, metadata, payload, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)
            ON CONFLICT DO NOTHING""";
    private static final String DROP_OLDER = "DELETE FROM eventlog.snapshot WHERE stream_id = ? AND sequence < ?";

    private static final String NEWEST = """
            SELECT event_id, stream_type, stream_id, sequence, type, revision, recorded_at, metadata, payload, seal
            FROM eventlog.snapshot WHERE stream_id = ? ORDER BY sequence DESC LIMIT 1""";

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotTable.class);

    private final ConnectionProvider connections;
    private final SnapshotSeal seal;

    SnapshotTable(ConnectionProvider connections, SnapshotSeal seal) {
        this.connections = connections;
        this.seal = seal;
    }

    /** Nothing when the seal is not ours: then the stream is loaded from its events. */
    Optional<LogEntry> newest(String streamId) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setString(1, streamId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? sealed(LogReader.entry(row), row.getBytes("seal")) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new EventLogException("Could not read a snapshot", e);
        }
    }

    private Optional<LogEntry> sealed(LogEntry snapshot, byte[] found) {
        if (seal.fits(snapshot, found)) {
            return Optional.of(snapshot);
        }
        LOG.warn("A snapshot of {} was not made with this service's key and is not used", snapshot.streamId());
        return Optional.empty();
    }

    void replace(LogEntry snapshot) {
        try (Connection connection = connections.getConnection()) {
            add(connection, snapshot);
            dropOlder(connection, snapshot);
        } catch (SQLException e) {
            throw new EventLogException("Could not keep a snapshot", e);
        }
    }

    private void add(Connection connection, LogEntry snapshot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setObject(1, snapshot.eventId());
            statement.setString(2, snapshot.streamType());
            statement.setString(3, snapshot.streamId());
            statement.setLong(4, snapshot.sequence());
            statement.setString(5, snapshot.type());
            statement.setString(6, snapshot.revision().orElse(null));
            statement.setObject(7, time(snapshot.recordedAt()));
            statement.setString(8, new String(snapshot.metadata(), StandardCharsets.UTF_8));
            statement.setString(9, new String(snapshot.payload(), StandardCharsets.UTF_8));
            statement.setBytes(10, seal.of(snapshot));
            statement.executeUpdate();
        }
    }

    private static void dropOlder(Connection connection, LogEntry snapshot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DROP_OLDER)) {
            statement.setString(1, snapshot.streamId());
            statement.setLong(2, snapshot.sequence());
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
