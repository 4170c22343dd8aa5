package io.ledgerbank.command.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;

/** Reads the log by stream and by position, each with one statement. Thread-safe. */
public final class LogReader {

    private static final String ROW =
            "SELECT position, stream_type, stream_id, sequence, event_id, recorded_at, type, revision, payload, metadata";
    private static final String STREAM = ROW
            + " FROM eventlog.event WHERE stream_id = ? AND sequence >= ? AND position > 0 ORDER BY sequence LIMIT ?";

    /** Most who read a stream want all of it, which is short, or the first few events behind a place. */
    private static final int FIRST_PART = 100;

    private static final int FURTHER_PART = 2_000;

    /** Goes by the index for each stream, whatever the planner thinks of how many there are. */
    private static final String STREAMS =
            "SELECT read.* FROM unnest(?, ?) AS wanted (id, first) CROSS JOIN LATERAL (" + ROW
                    + " FROM eventlog.event WHERE stream_id = wanted.id AND sequence >= wanted.first AND position > 0 ORDER BY sequence) AS read";

    private static final String FROM = ROW + ", hash FROM eventlog.event WHERE position >= ? ORDER BY position LIMIT ?";
    private static final String HAS = "SELECT count(*) FROM eventlog.event WHERE position = ? AND hash = ?";
    private static final String LAST_SEQUENCE = "SELECT max(sequence) FROM eventlog.event WHERE stream_id = ?";
    private static final String LAST_POSITION = "SELECT max(position) FROM eventlog.event";
    private static final String BEFORE = "SELECT min(position) - 1 FROM eventlog.event WHERE recorded_at >= ?";

    private final ConnectionProvider connections;

    public LogReader(ConnectionProvider connections) {
        this.connections = connections;
    }

    /** Read part by part as it is asked for, so that the longest stream takes no more memory than any other. */
    Stream<TrackedDomainEventData<byte[]>> stream(String streamId, long firstSequence) {
        return Stream.iterate(
                        part(streamId, firstSequence, FIRST_PART),
                        part -> !part.isEmpty(),
                        part -> partBehind(part, streamId))
                .flatMap(List::stream);
    }

    private List<TrackedDomainEventData<byte[]>> partBehind(
            List<TrackedDomainEventData<byte[]>> part, String streamId) {
        return part.size() < FIRST_PART
                ? List.of()
                : part(streamId, part.getLast().getSequenceNumber() + 1, FURTHER_PART);
    }

    private List<TrackedDomainEventData<byte[]>> part(String streamId, long firstSequence, int most) {
        return rows(STREAM, LogReader::row, streamId, firstSequence, most);
    }

    /** Adds to each stream its events behind its snapshot, with one statement for all of them. */
    public void fill(List<ColdStream> streams) {
        Map<String, ColdStream> byId = streams.stream().collect(Collectors.toMap(ColdStream::id, Function.identity()));
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(STREAMS)) {
            Object[] ids = streams.stream().map(ColdStream::id).toArray();
            Object[] firsts = streams.stream().map(ColdStream::firstSequence).toArray();
            statement.setArray(1, connection.createArrayOf("text", ids));
            statement.setArray(2, connection.createArrayOf("bigint", firsts));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Objects.requireNonNull(byId.get(rows.getString("stream_id")))
                            .events()
                            .add(row(rows));
                }
            }
        } catch (SQLException e) {
            throw new EventLogException("Could not read the event log", e);
        }
    }

    /** The event at the position, if there is one, and those behind it. */
    List<LogRow> from(long position, int most) {
        return rows(FROM, row -> new LogRow(row(row), new EventHash(row.getBytes("hash"))), position, most);
    }

    /** Whether this very event, and so all that were before it, is in the log. */
    boolean has(Head head) {
        return number(HAS, head.position(), head.hash().bytes()).orElse(0) > 0;
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

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Row<T> reading, Object... values) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reading.of(rows));
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

    /** What is in a row of events or snapshots, but for its place in the log. Of {@code json} the driver gives the very bytes. */
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
                row.getBytes("metadata"),
                row.getBytes("payload"));
    }

    private static TrackedDomainEventData<byte[]> row(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(row.getLong("position")),
                entry(row).asEventData());
    }
}
