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
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest snapshot of each stream, sealed, and finds none that is not, or whose last event the log does not have.
 * Thread-safe.
 */
public final class SnapshotTable {

    private static final String ADD = """
            INSERT INTO eventlog.snapshot
                (event_id, stream_type, stream_id, sequence, type, revision, recorded_at, metadata, payload, seal, last_event)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?, ?)
            ON CONFLICT DO NOTHING""";

    /** One of another revision, or behind another event, at the same sequence is of no use to whoever wanted this one. */
    private static final String DROP_OLDER = """
            DELETE FROM eventlog.snapshot
            WHERE stream_id = ? AND (sequence < ?
                OR (sequence = ? AND (revision IS DISTINCT FROM ? OR last_event IS DISTINCT FROM ?)))""";

    /** Whatever the log has up to the head is what the lane had seen when it took the snapshot. */
    private static final String LAST_EVENT = """
            SELECT last.event_id FROM eventlog.event last, eventlog.event head
            WHERE head.position = ? AND head.hash = ?
              AND last.stream_id = ? AND last.sequence = ? AND last.position <= head.position""";

    private static final String NEWEST = """
            SELECT DISTINCT ON (kept.stream_id) kept.*
            FROM eventlog.snapshot kept JOIN eventlog.event last ON last.stream_id = kept.stream_id
                AND last.sequence = kept.sequence AND last.event_id = kept.last_event
            WHERE kept.stream_id = ANY(?) ORDER BY kept.stream_id, kept.sequence DESC""";

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

    /** By stream. Nothing where the seal is not ours or the log has another event there: then a stream is loaded from its events. */
    public Map<String, LogEntry> newest(Set<String> streamIds) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setArray(1, connection.createArrayOf("text", streamIds.toArray()));
            Map<String, LogEntry> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sealed(LogReader.entry(row), row.getObject("last_event", UUID.class), row.getBytes("seal"))
                            .ifPresent(snapshot -> found.put(snapshot.streamId(), snapshot));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new EventLogException("Could not read snapshots", e);
        }
    }

    private Optional<LogEntry> sealed(LogEntry snapshot, UUID lastEvent, byte[] found) {
        if (seal.fits(snapshot, lastEvent, found)) {
            return Optional.of(snapshot);
        }
        LOG.warn("A snapshot of {} was not made with this service's key and is not used", snapshot.streamId());
        return Optional.empty();
    }

    /**
     * Keeps nothing when the log has lost what the snapshot was made of.
     *
     * @param taken the end of the log when the snapshot was taken, or later
     */
    void replace(LogEntry snapshot, Head taken) {
        try (Connection connection = connections.getConnection();
                Statement hurrying = connection.createStatement()) {
            Optional<UUID> lastEvent = lastEvent(connection, snapshot, taken);
            if (lastEvent.isEmpty()) {
                LOG.warn("A snapshot of {} is of events that are not in the log any more", snapshot.streamId());
                return;
            }
            hurrying.execute(HURRY);
            dropOlder(connection, snapshot, lastEvent.get());
            add(connection, snapshot, lastEvent.get());
        } catch (SQLException e) {
            throw new EventLogException("Could not keep a snapshot", e);
        }
    }

    private static Optional<UUID> lastEvent(Connection connection, LogEntry snapshot, Head taken) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_EVENT)) {
            statement.setLong(1, taken.position());
            statement.setBytes(2, taken.hash().bytes());
            statement.setString(3, snapshot.streamId());
            statement.setLong(4, snapshot.sequence());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private void add(Connection connection, LogEntry snapshot, UUID lastEvent) throws SQLException {
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
            statement.setBytes(10, seal.of(snapshot, lastEvent));
            statement.setObject(11, lastEvent);
            statement.executeUpdate();
        }
    }

    private static void dropOlder(Connection connection, LogEntry snapshot, UUID lastEvent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DROP_OLDER)) {
            statement.setString(1, snapshot.streamId());
            statement.setLong(2, snapshot.sequence());
            statement.setLong(3, snapshot.sequence());
            statement.setString(4, snapshot.revision().orElse(null));
            statement.setObject(5, lastEvent);
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
