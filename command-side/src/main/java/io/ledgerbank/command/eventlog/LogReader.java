package io.ledgerbank.command.eventlog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;

/** Reads the log by stream and by position, each with one statement. Thread-safe. */
final class LogReader {

    private static final String ROW =
            "SELECT position, stream_type, stream_id, sequence, event_id, recorded_at, type, revision, payload, metadata";
    private static final String STREAM =
            ROW + " FROM eventlog.event WHERE stream_id = ? AND sequence >= ? ORDER BY sequence";
    private static final String BEHIND = ROW + " FROM eventlog.event WHERE position > ? ORDER BY position LIMIT ?";
    private static final String LAST_SEQUENCE = "SELECT max(sequence) FROM eventlog.event WHERE stream_id = ?";
    private static final String LAST_POSITION = "SELECT max(position) FROM eventlog.event";
    private static final String BEFORE = "SELECT min(position) - 1 FROM eventlog.event WHERE recorded_at >= ?";

    private final ConnectionProvider connections;

    LogReader(ConnectionProvider connections) {
        this.connections = connections;
    }

    List<TrackedDomainEventData<byte[]>> stream(String streamId, long firstSequence) {
        return rows(STREAM, streamId, firstSequence);
    }

    List<TrackedDomainEventData<byte[]>> behind(long position, int most) {
        return rows(BEHIND, position, most);
    }

    OptionalLong lastSequence(String streamId) {
        return number(LAST_SEQUENCE, streamId);
    }

    /** 0 before the first event. */
    long lastPosition() {
        return number(LAST_POSITION).orElse(Head.START.position());
    }

    /** The position before the first event that was recorded at this time or later; the last when none was. */
    long positionBefore(Instant time) {
        return number(BEFORE, OffsetDateTime.ofInstant(time, ZoneOffset.UTC)).orElseGet(this::lastPosition);
    }

    private List<TrackedDomainEventData<byte[]>> rows(String sql, Object... values) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<TrackedDomainEventData<byte[]>> read = new ArrayList<>();
            while (rows.next()) {
                read.add(row(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new EventLogException("Could not read the event log", e);
        }
    }

    private OptionalLong number(String sql, Object... values) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long number = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (SQLException e) {
            throw new EventLogException("Could not read the event log", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** What is in a row of events or snapshots, but for its place in the log. */
    static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getObject("event_id", UUID.class),
                row.getString("stream_type"),
                row.getString("stream_id"),
                row.getLong("sequence"),
                row.getString("type"),
                Optional.ofNullable(row.getString("revision")),
                LogEntry.micros(
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                row.getString("metadata").getBytes(StandardCharsets.UTF_8),
                row.getString("payload").getBytes(StandardCharsets.UTF_8));
    }

    private static TrackedDomainEventData<byte[]> row(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(row.getLong("position")),
                entry(row).asEventData());
    }
}
