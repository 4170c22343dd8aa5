package io.ledgerbank.command.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Walks along the log's hash chain and names the first position at which it is broken. Reads one snapshot of the log on a
 * connection of its own. Thread-safe.
 */
public final class ChainVerifier {

    private static final String BETWEEN = """
            SELECT position, event_id, stream_type, stream_id, sequence, type, revision, recorded_at, metadata, payload, hash
            FROM eventlog.event WHERE position > ? AND position <= ? ORDER BY position""";
    private static final List<String> NEVER_NULL =
            List.of("event_id", "stream_type", "stream_id", "sequence", "type", "metadata", "payload", "recorded_at");
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final int FETCH = 2_000;

    private final DataSource database;

    public ChainVerifier(DataSource database) {
        this.database = database;
    }

    public ChainReport verify() {
        return verify(Head.START, head -> {});
    }

    /**
     * Takes the given head for granted and verifies what stands behind it.
     *
     * @param from {@link Head#START}, or where an earlier walk ended
     * @param progress told every event that was found intact
     * @throws EventLogException when the log cannot be read
     */
    public ChainReport verify(Head from, Consumer<Head> progress) {
        return verify(from, Long.MAX_VALUE, progress);
    }

    /**
     * Likewise, but goes no further than to a position. A log that ends before it is intact as far as it goes.
     *
     * @param upTo the last position to look at
     */
    public ChainReport verify(Head from, long upTo, Consumer<Head> progress) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BETWEEN)) {
            connection.setAutoCommit(false); // Else the driver would read the whole log at once.
            statement.setFetchSize(FETCH);
            // Nothing was ever appended before the first position; what stands there was put there.
            statement.setLong(1, from.equals(Head.START) ? Long.MIN_VALUE : from.position());
            statement.setLong(2, upTo);
            try (ResultSet rows = statement.executeQuery()) {
                return walk(rows, from, progress);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new EventLogException("Could not read the event log", e);
        }
    }

    private static ChainReport walk(ResultSet rows, Head from, Consumer<Head> progress) throws SQLException {
        HashChain chain = new HashChain();
        Head last = from;
        while (rows.next()) {
            long position = last.position() + 1;
            if (rows.getLong("position") != position) {
                return new ChainReport.Broken(position, ChainReport.Damage.MISSING);
            }
            Optional<LogEntry> entry = entry(rows);
            if (entry.isEmpty()) {
                return new ChainReport.Broken(position, ChainReport.Damage.CHANGED);
            }
            Head next = chain.append(last, entry.get());
            if (!Arrays.equals(next.hash().bytes(), rows.getBytes("hash"))) {
                return new ChainReport.Broken(position, ChainReport.Damage.CHANGED);
            }
            progress.accept(next);
            last = next;
        }
        return new ChainReport.Intact(last);
    }

    /** Nothing when the row could not have been written by the service: its owner can lift every constraint. */
    private static Optional<LogEntry> entry(ResultSet row) throws SQLException {
        for (String column : NEVER_NULL) {
            if (row.getObject(column) == null) {
                return Optional.empty();
            }
        }
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        if (recordedAt.isAfter(LAST) || recordedAt.isBefore(FIRST)) {
            return Optional.empty();
        }
        return Optional.of(LogReader.entry(row));
    }
}
