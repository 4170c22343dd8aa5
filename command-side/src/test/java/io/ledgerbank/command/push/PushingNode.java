package io.ledgerbank.command.push;

import io.ledgerbank.command.eventlog.LogEventStore;
import io.ledgerbank.command.lane.LaneNode;
import io.ledgerbank.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.postgresql.ds.PGSimpleDataSource;

/** A node that polls so rarely that whatever it learns in time it was told. */
public final class PushingNode implements AutoCloseable {

    private static final Duration NEVER = Duration.ofHours(1);

    public final LaneNode lane;
    final CommitAnnouncer announcer;
    final CommitListener listener;

    public PushingNode(TestDatabase database) {
        NodeId id = NodeId.next();
        PushConnections connections = application -> named(application, database.dataSource());
        announcer = new CommitAnnouncer(id, connections, Duration.ofMillis(5));
        lane = LaneNode.heard(
                database,
                engine -> new LogEventStore(
                        EmbeddedEventStore.builder().fetchDelay(NEVER.toMillis()), engine, announcer::announce));
        listener = new CommitListener(id, connections, lane.store::wake);
    }

    private static Connection named(String application, DataSource source) throws SQLException {
        PGSimpleDataSource postgres = source.unwrap(PGSimpleDataSource.class);
        postgres.setApplicationName(application);
        return postgres.getConnection();
    }

    @Override
    public void close() {
        listener.close();
        announcer.close();
        lane.close();
    }
}
