package io.ledgerbank.command.eventlog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the newest snapshot of each stream, sealed, and finds none that is not. Thread-safe. */
public final class SnapshotTable {

    private static final String ADD = """
            INSERT INTO eventlog.snapshot
                (event_id, stream_type, stream_id, sequence, type, revision, recorded_at, metadata, payload, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)
            ON CONFLICT DO NOTHING""";
    /** One of another revision at the same sequence is of no use to whoever wanted this one. */
    private static final String DROP_OLDER = """
            DELETE FROM eventlog.snapshot
            WHERE stream_id = ? AND (sequence < ? OR (sequence = ? AND revision IS DISTINCT FROM ?))""";

    private static final String NEWEST = """
            SELECT DISTINCT ON (stream_id)
                event_id, stream_type, stream_id, sequence, type, revision, recorded_at, metadata, payload, seal
            FROM eventlog.snapshot WHERE stream_id = ANY(?) ORDER BY stream_id, sequence DESC""";

    /** One that is lost in a crash is taken again. */
    private static final String HURRY = "SET LOCAL synchronous_commit TO off";

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotTable.class);

    private final ConnectionProvider connections;
    private final SnapshotSeal seal;

    SnapshotTable(ConnectionProvider connections, SnapshotSeal seal) {
        this.connections = connections;
        this.seal = seal;
    }

    Optional<LogEntry> newest(String streamId) {
        return Optional.ofNullable(newest(Set.of(streamId)).get(streamId));
    }

    /** By stream. Nothing where the seal is not ours: then a stream is loaded from its events. */
    public Map<String, LogEntry> newest(Set<String> streamIds) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setArray(1, connection.createArrayOf("text", streamIds.toArray()));
            Map<String, LogEntry> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sealed(LogReader.entry(row), row.getBytes("seal"))
                            .ifPresent(snapshot -> found.put(snapshot.streamId(), snapshot));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new EventLogException("Could not read snapshots", e);
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
        try (Connection connection = connections.getConnection();
                Statement hurrying = connection.createStatement()) {
            hurrying.execute(HURRY);
            dropOlder(connection, snapshot);
            add(connection, snapshot);
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
            statement.setLong(3, snapshot.sequence());
            statement.setString(4, snapshot.revision().orElse(null));
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
