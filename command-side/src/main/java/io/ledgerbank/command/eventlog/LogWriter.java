package io.ledgerbank.command.eventlog;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes behind the head of the log. The primary key decides between two that write behind the same head: positions are
 * dense and rise in the order of commits. Everything happens in the connection's transaction. Thread-safe.
 */
public final class LogWriter {

    private static final String COLUMNS =
            "position, sequence, recorded_at, event_id, hash, stream_type, stream_id, type, revision, metadata, payload";
    private static final int COLUMN_COUNT = COLUMNS.split(",").length;
    private static final String COPY = "COPY eventlog.event (" + COLUMNS + ") FROM STDIN (FORMAT binary)";
    private static final String HEAD = "SELECT position, hash FROM eventlog.event ORDER BY position DESC LIMIT 1";

    private static final String POSITION = "event_position";
    private static final String STREAM_SEQUENCE = "event_stream_sequence";

    private static final int USUAL_ROW_BYTES = 1_024;

    public Head head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HEAD)) {
            return row.next() ? new Head(row.getLong(1), new EventHash(row.getBytes(2))) : Head.START;
        }
    }

    /**
     * @return the new head, once the transaction has committed
     * @throws LostRace when the head is not the last event any more
     * @throws ConcurrencyException when a stream has an event of the same sequence
     */
    Head append(PGConnection connection, Head head, List<LogEntry> entries) throws SQLException {
        BinaryCopy rows = new BinaryCopy(USUAL_ROW_BYTES * (entries.size() + 1));
        HashChain chain = new HashChain();
        Head last = head;
        for (LogEntry entry : entries) {
            last = chain.append(last, entry);
            write(rows, last, entry);
        }
        try {
            send(rows.end(), connection);
        } catch (SQLException e) {
            throw refusal(e);
        }
        return last;
    }

    /** What an append that failed is told as. */
    static EventLogException failure(SQLException failure) {
        return PostgresErrors.isTimeout(failure)
                ? new LogBusy(failure)
                : new EventLogException("Could not append to the event log", failure);
    }

    private static void write(BinaryCopy rows, Head head, LogEntry entry) {
        rows.row(COLUMN_COUNT)
                .number(head.position())
                .number(entry.sequence())
                .time(entry.recordedAt())
                .uuid(entry.eventId())
                .bytes(head.hash().bytes())
                .text(entry.streamType())
                .text(entry.streamId())
                .text(entry.type())
                .text(entry.revision())
                .bytes(entry.metadata())
                .bytes(entry.payload());
    }

    private static void send(ByteBuffer rows, PGConnection connection) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn(COPY);
        try {
            copy.writeToCopy(rows.array(), rows.position(), rows.remaining());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static SQLException refusal(SQLException failure) {
        return switch (PostgresErrors.violatedKey(failure).orElse("")) {
            case POSITION -> throw new LostRace("The log has grown meanwhile", failure);
            case STREAM_SEQUENCE ->
                throw new ConcurrencyException("A stream has an event of this sequence already", failure);
            default -> failure;
        };
    }
}
