package io.ledgerbank.command.eventlog;

import static io.ledgerbank.command.eventlog.ChainReport.Damage.CHANGED;
import static io.ledgerbank.command.eventlog.ChainReport.Damage.MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The intruder is the owner, who can lift the protection that it set up. */
class ChainVerifierTest {

    private final TestDatabase database = TestPostgres.freshDatabase("eventlog");
    private final TestLog log = new TestLog(database);
    private final JdbcClient intruder = JdbcClient.create(database.ownerDataSource());

    @BeforeEach
    void there_are_ten_events() {
        log.append("first", 5);
        log.append("second", 5);
    }

    @Test
    void an_untouched_log_is_intact() {
        assertThat(log.verify()).isInstanceOfSatisfying(ChainReport.Intact.class, intact -> assertThat(
                        intact.head().position())
                .isEqualTo(10));
    }

    @Test
    void an_empty_log_is_intact() {
        assertThat(new TestLog(TestPostgres.freshDatabase("eventlog")).verify())
                .isEqualTo(new ChainReport.Intact(Head.START));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = '\"event 9\"'",
                "payload = (payload::text || ' ')::json",
                "metadata = '{\"actor\":\"somebody else\"}'",
                "recorded_at = recorded_at + interval '1 microsecond'",
                "revision = '2'",
                "type = 'Other'",
                "sequence = 77",
                "stream_id = 'third'",
                "stream_type = 'Other'",
                "event_id = gen_random_uuid()",
                "hash = sha256('')"
            })
    void a_changed_event_is_found_where_it_stands(String change) {
        tamper("UPDATE eventlog.event SET " + change + " WHERE position = 4");

        assertThat(log.verify()).isEqualTo(new ChainReport.Broken(4, CHANGED));
    }

    @Test
    void an_event_that_was_changed_and_hashed_anew_is_found_by_its_successor() {
        new TestLog(database).append("third", 0, "forged");
        tamper("""
                UPDATE eventlog.event SET hash = (SELECT hash FROM eventlog.event WHERE position = 11)
                WHERE position = 10""");

        assertThat(log.verify()).isEqualTo(new ChainReport.Broken(10, CHANGED));
    }

    @Test
    void a_deleted_event_is_missed() {
        tamper("DELETE FROM eventlog.event WHERE position = 4");

        assertThat(log.verify()).isEqualTo(new ChainReport.Broken(4, MISSING));
    }

    @Test
    void a_deleted_event_whose_successors_moved_up_is_found() {
        tamper("DELETE FROM eventlog.event WHERE position = 4");
        tamper("UPDATE eventlog.event SET position = 4 WHERE position = 5");
        tamper("UPDATE eventlog.event SET position = 5 WHERE position = 10");

        assertThat(log.verify()).isEqualTo(new ChainReport.Broken(4, CHANGED));
    }

    @Test
    void an_event_that_was_put_before_the_first_is_found() {
        intruder.sql("ALTER TABLE eventlog.event DROP CONSTRAINT event_position_counts_from_one")
                .update();
        intruder.sql("""
                        INSERT INTO eventlog.event
                        SELECT 0, 77, recorded_at, event_id, hash, stream_type, stream_id, type, revision, metadata, payload
                        FROM eventlog.event WHERE position = 1""").update();

        assertThat(log.verify()).isEqualTo(new ChainReport.Broken(1, MISSING));
        assertThat(log.engine().readEvents("first", 77).hasNext()).isFalse();
    }

    @Test
    void two_swapped_events_are_found_at_the_first() {
        tamper("UPDATE eventlog.event SET position = 99 WHERE position = 4");
        tamper("UPDATE eventlog.event SET position = 4 WHERE position = 7");
        tamper("UPDATE eventlog.event SET position = 7 WHERE position = 99");

        assertThat(log.verify()).isEqualTo(new ChainReport.Broken(4, CHANGED));
    }

    @Test
    void a_walk_goes_on_where_another_ended() {
        List<Head> heads = new ArrayList<>();
        ChainVerifier verifier = new ChainVerifier(database.dataSource());
        verifier.verify(Head.START, heads::add);

        assertThat(verifier.verify(heads.get(3), head -> {})).isEqualTo(new ChainReport.Intact(heads.getLast()));

        tamper("UPDATE eventlog.event SET payload = '0' WHERE position IN (2, 6)");
        assertThat(verifier.verify(heads.get(3), head -> {})).isEqualTo(new ChainReport.Broken(6, CHANGED));
    }

    private void tamper(String sql) {
        intruder.sql("ALTER TABLE eventlog.event DISABLE TRIGGER event_append_only")
                .update();
        assertThat(intruder.sql(sql).update()).isPositive();
        intruder.sql("ALTER TABLE eventlog.event ENABLE ALWAYS TRIGGER event_append_only")
                .update();
    }
}
