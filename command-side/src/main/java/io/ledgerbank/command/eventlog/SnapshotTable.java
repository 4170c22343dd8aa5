package io.ledgerbank.command.eventlog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.axonframework.common.jdbc.ConnectionProvider;

/** Keeps the newest snapshot of each stream. Thread-safe. */
final class SnapshotTable {

    private static final String ADD = """
            INSERT INTO eventlog.snapshot
                (event_id, stream_type, stream_id, sequence, type, revision, recorded_at, metadata, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)
            ON CONFLICT DO NOTHING""";
    private static final String DROP_OLDER = "DELETE FROM eventlog.snapshot WHERE stream_id = ? AND sequence < ?";

    private final ConnectionProvider connections;

    SnapshotTable(ConnectionProvider connections) {
        this.connections = connections;
    }

    void replace(LogEntry snapshot) {
        try (Connection connection = connections.getConnection()) {
            add(connection, snapshot);
            dropOlder(connection, snapshot);
        } catch (SQLException e) {
            throw new EventLogException("Could not keep a snapshot", e);
        }
    }

    private static void add(Connection connection, LogEntry snapshot) throws SQLException {
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
