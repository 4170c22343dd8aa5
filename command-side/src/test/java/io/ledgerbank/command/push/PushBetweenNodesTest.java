package io.ledgerbank.command.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.command.lane.FollowingJars;
import io.ledgerbank.command.lane.LaneNode.Create;
import io.ledgerbank.command.lane.LaneNode.Put;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Both nodes would poll once an hour, so what reaches a processor in time was pushed. */
class PushBetweenNodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = TestPostgres.freshDatabase("eventlog");
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final PushingNode writer = new PushingNode(database);
    private final PushingNode reader = new PushingNode(database);
    private final FollowingJars followed = new FollowingJars(reader.lane.store);

    @BeforeEach
    void both_listen_and_the_reader_has_caught_up() {
        writer.lane.commands.sendAndWait(new Create("A", 1_000));
        await().atMost(PATIENCE).until(() -> writer.listener.isListening() && reader.listener.isListening());
        awaitFollowed(1);
    }

    @AfterEach
    void stop() {
        followed.close();
        reader.close();
        writer.close();
    }

    @Test
    void what_one_node_appends_reaches_a_processor_of_the_other() {
        for (int i = 1; i <= 20; i++) {
            writer.lane.commands.sendAndWait(new Put("A", i));
            awaitFollowed(i + 1);
        }
    }

    @Test
    void commits_that_come_close_together_share_an_announcement() {
        IntStream.range(0, 10_000).forEach(i -> writer.announcer.announce());
        writer.lane.commands.sendAndWait(new Put("A", 1));

        awaitFollowed(2);
        assertThat(writer.announcer.announced()).isPositive().isLessThan(5_000);
    }

    @Test
    void a_node_passes_over_its_own_announcements() {
        writer.lane.commands.sendAndWait(new Put("A", 1));
        await().atMost(PATIENCE).until(() -> reader.listener.heard() > 0);
        reader.lane.commands.sendAndWait(new Put("A", 2));
        await().atMost(PATIENCE).until(() -> writer.listener.heard() > 0);

        long announcedByWriter = writer.announcer.announced();
        await().atMost(PATIENCE).until(() -> reader.listener.heard() == announcedByWriter);
        assertThat(writer.listener.heard()).isEqualTo(reader.announcer.announced());
    }

    @Test
    void a_listener_whose_connection_is_killed_comes_back_and_has_missed_nothing() {
        killConnections(CommitListener.APPLICATION);
        writer.lane.commands.sendAndWait(new Put("A", 1));
        awaitFollowed(2);

        await().atMost(PATIENCE).until(() -> reader.listener.connections() == 2 && reader.listener.isListening());
        writer.lane.commands.sendAndWait(new Put("A", 2));
        awaitFollowed(3);
    }

    @Test
    void an_announcer_whose_connection_is_killed_announces_on_another() {
        killConnections(CommitAnnouncer.APPLICATION);

        writer.lane.commands.sendAndWait(new Put("A", 1));

        awaitFollowed(2);
    }

    @Test
    void what_is_heard_is_measured() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new PushMetrics(writer.announcer, reader.listener).bindTo(meters);

        writer.lane.commands.sendAndWait(new Put("A", 1));

        await().atMost(PATIENCE)
                .until(() ->
                        meters.get("ledgerbank.push.heard").functionCounter().count() > 0);
        assertThat(meters.get("ledgerbank.push.announced").functionCounter().count())
                .isPositive();
        assertThat(meters.get("ledgerbank.push.connections").functionCounter().count())
                .isEqualTo(1);
        assertThat(meters.get("ledgerbank.push.listening").gauge().value()).isEqualTo(1);
    }

    private void awaitFollowed(int events) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).untilAsserted(() -> assertThat(followed.added())
                .hasSize(events));
    }

    private void killConnections(String application) {
        assertThat(jdbc.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE application_name = ? AND datname = current_database()")
                        .param(application)
                        .query(Boolean.class)
                        .list())
                .isNotEmpty()
                .containsOnly(true);
    }
}
