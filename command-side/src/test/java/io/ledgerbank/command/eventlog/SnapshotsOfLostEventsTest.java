package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream of three events; genuine snapshots of it, and a log that has lost its end since. */
class SnapshotsOfLostEventsTest {

    private final TestDatabase database = TestPostgres.freshDatabase("eventlog");
    private final TestLog log = new TestLog(database);
    private final ConnectionProvider connections = new SpringDataSourceConnectionProvider(database.dataSource());
    private final SnapshotTable snapshots = TestLog.snapshots(connections);
    private final LogEventStore store = new LogEventStore(EmbeddedEventStore.builder(), log.engine(), () -> {});

    @BeforeEach
    void there_is_a_stream() {
        log.append("A", 3);
    }

    @AfterEach
    void close() {
        store.shutDown();
    }

    @Test
    void a_snapshot_stands_for_the_events_that_it_was_made_of() {
        keep("everything up to 1", 1, head());

        assertThat(loaded()).containsExactly("everything up to 1", "event 2");
    }

    @Test
    void a_snapshot_beyond_the_end_of_its_stream_is_not_used() {
        keep("everything up to 2", 2, head());

        log.loseBehind(2);

        assertThat(loaded()).containsExactly("event 0", "event 1");
    }

    @Test
    void a_snapshot_is_not_used_for_what_came_instead_and_gives_way() {
        keep("everything up to 2", 2, head());

        log.loseBehind(2);
        log.append("A", 2, "another");
        assertThat(loaded()).containsExactly("event 0", "event 1", "another");

        keep("what it is now", 2, head());
        assertThat(loaded()).containsExactly("what it is now");
    }

    @Test
    void what_was_lost_before_its_snapshot_was_kept_has_none() {
        Head taken = head();
        log.loseBehind(2);
        log.append("A", 2, "another");

        keep("everything up to 2", 2, taken);

        assertThat(loaded()).containsExactly("event 0", "event 1", "another");
    }

    private List<Object> loaded() {
        return store.readEvents("A")
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
    }

    private void keep(String state, long sequence, Head taken) {
        LogEntry snapshot =
                new EventEncoder(log.engine().getEventSerializer()).encode(TestLog.event("A", sequence, state));
        log.transactions().executeWithoutResult(status -> snapshots.replace(snapshot, taken));
    }

    private Head head() {
        try (Connection connection = connections.getConnection()) {
            return new LogWriter().head(connection);
        } catch (SQLException e) {
            throw new EventLogException("Could not read the head of the event log", e);
        }
    }
}
