package io.ledgerbank.command.eventlog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Walks along the log's hash chain and names the first position at which it is broken. Reads one snapshot of the log on a
 * connection of its own. Thread-safe.
 */
public final class ChainVerifier {

    private static final String BEHIND = """
            SELECT position, event_id, stream_type, stream_id, sequence, type, revision, recorded_at, metadata, payload, hash
            FROM eventlog.event WHERE position > ? ORDER BY position""";
    private static final int FETCH = 2_000;

    private final DataSource database;

    ChainVerifier(DataSource database) {
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
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BEHIND)) {
            connection.setAutoCommit(false); // Else the driver would read the whole log at once.
            statement.setFetchSize(FETCH);
            statement.setLong(1, from.position());
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
            Head next = chain.append(last, entry(rows));
            if (rows.getLong("position") != next.position()) {
                return new ChainReport.Broken(next.position(), ChainReport.Damage.MISSING);
            }
            if (!next.hash().equals(new EventHash(rows.getBytes("hash")))) {
                return new ChainReport.Broken(next.position(), ChainReport.Damage.CHANGED);
            }
            progress.accept(next);
            last = next;
        }
        return new ChainReport.Intact(last);
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
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
}
