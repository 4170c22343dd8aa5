package io.ledgerbank.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.testing.TestPostgres;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KnowledgeReaderTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final JdbcClient jdbc = JdbcClient.create(
            TestPostgres.freshDatabase("eventlog", "readmodel").dataSource());
    private final KnowledgeReader knowledge = new KnowledgeReader(jdbc);

    @Test
    void what_was_recorded_by_a_time_is_known_at_it_and_nothing_later() {
        LongStream.rangeClosed(1, 37).forEach(second -> recorded(BEGIN.plusSeconds(second)));
        recorded(BEGIN.plusSeconds(37));
        projected("accounts", 38);
        projected("entries", 38);

        for (int second = 0; second <= 36; second++) {
            Instant time = BEGIN.plusSeconds(second);
            assertThat(knowledge.at(time)).isEqualTo(new Knowledge(second, time));
            assertThat(knowledge.at(time.plusMillis(999))).isEqualTo(new Knowledge(second, time.plusMillis(999)));
        }
        assertThat(knowledge.at(BEGIN.plusSeconds(37))).isEqualTo(new Knowledge(38, BEGIN.plusSeconds(37)));
        assertThat(knowledge.at(BEGIN.plusSeconds(99))).isEqualTo(new Knowledge(38, BEGIN.plusSeconds(99)));
        assertThat(knowledge.now()).isEqualTo(new Knowledge(38, BEGIN.plusSeconds(37)));
    }

    @Test
    void the_position_of_a_time_stays_when_the_log_grows() {
        LongStream.rangeClosed(1, 9).forEach(second -> recorded(BEGIN.plusSeconds(second)));
        projected("accounts", 1_000);
        projected("entries", 1_000);
        Knowledge before = knowledge.at(BEGIN.plusSeconds(8));

        LongStream.rangeClosed(10, 300).forEach(second -> recorded(BEGIN.plusSeconds(second)));

        assertThat(knowledge.at(BEGIN.plusSeconds(8))).isEqualTo(before);
    }

    @Test
    void what_a_projection_has_not_reckoned_in_is_not_known_and_the_answer_says_so() {
        LongStream.rangeClosed(1, 9).forEach(second -> recorded(BEGIN.plusSeconds(second)));
        projected("accounts", 9);
        projected("entries", 5);

        assertThat(knowledge.at(BEGIN.plusSeconds(8))).isEqualTo(new Knowledge(5, BEGIN.plusSeconds(5)));
        assertThat(knowledge.at(BEGIN.plusSeconds(4))).isEqualTo(new Knowledge(4, BEGIN.plusSeconds(4)));
        assertThat(knowledge.now()).isEqualTo(new Knowledge(5, BEGIN.plusSeconds(5)));
    }

    @Test
    void nothing_is_known_before_both_projections_have_begun() {
        recorded(BEGIN);
        projected("accounts", 1);

        assertThat(knowledge.at(BEGIN.plusSeconds(8)).position()).isZero();
        assertThat(knowledge.now().position()).isZero();
    }

    private void recorded(Instant time) {
        jdbc.sql("""
                        INSERT INTO eventlog.event
                            (event_id, stream_type, stream_id, sequence, type, recorded_at, payload, metadata)
                        SELECT count(*), 'Account', 'A', count(*), 'E', :time, '{}', '{}' FROM eventlog.event""")
                .param("time", OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .update();
    }

    private void projected(String name, long position) {
        jdbc.sql("INSERT INTO readmodel.projection VALUES (:name, :position, gen_random_uuid(), '-infinity')")
                .param("name", name)
                .param("position", position)
                .update();
    }
}
