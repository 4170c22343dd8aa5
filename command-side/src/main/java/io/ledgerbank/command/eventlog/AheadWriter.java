package io.ledgerbank.command.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.postgresql.PGConnection;

/**
 * Writes the events of the lane's batches with a thread of its own while the lane decides on. The driver lets a statement of
 * the lane's wait until a piece is written.
 */
public final class AheadWriter implements AutoCloseable {

    private final ConnectionProvider connections;
    private final Serializer serializer;
    private final LogWriter writer = new LogWriter();
    private final ExecutorService aside = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("lane-writer").daemon().factory());

    public AheadWriter(ConnectionProvider connections, Serializer serializer) {
        this.connections = connections;
        this.serializer = serializer;
    }

    /** In the running transaction. */
    public GrowingAppend begin(LogTurn turn) {
        PGConnection connection = connection();
        EventEncoder encoder = new EventEncoder(serializer);
        return new GrowingAppend(turn, (head, events) -> write(connection, head, encoder, events), aside);
    }

    private Head write(PGConnection connection, Head head, EventEncoder encoder, List<EventMessage<?>> events) {
        try {
            return writer.append(
                    connection, head, events.stream().map(encoder::encode).toList());
        } catch (SQLException e) {
            throw LogWriter.failure(e);
        }
    }

    private PGConnection connection() {
        try (Connection connection = connections.getConnection()) {
            return connection.unwrap(PGConnection.class);
        } catch (SQLException e) {
            throw new EventLogException("Could not begin to append to the event log", e);
        }
    }

    @Override
    public void close() {
        aside.close();
    }
}
