package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppendOnlyTest {

    private final TestDatabase database = TestPostgres.freshDatabase("eventlog");
    private final JdbcClient app = JdbcClient.create(database.dataSource());
    private final JdbcClient owner = JdbcClient.create(database.ownerDataSource());

    @BeforeEach
    void there_is_an_event() {
        append(1, "stream", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE eventlog.event SET payload = '{}'",
                "UPDATE eventlog.event SET payload = '{}' WHERE false",
                "DELETE FROM eventlog.event",
                "TRUNCATE eventlog.event"
            })
    void nobody_changes_what_happened(String change) {
        assertThatThrownBy(() -> app.sql(change).update())
                .rootCause()
                .hasMessageContaining("permission denied for table event");
        assertThatThrownBy(() -> owner.sql(change).update())
                .rootCause()
                .hasMessageContaining("the event log is append-only");

        assertThat(app.sql("SELECT payload FROM eventlog.event")
                        .query(String.class)
                        .list())
                .containsExactly("{\"n\":1}");
    }

    @Test
    void the_service_may_not_lift_the_protection() {
        assertThatThrownBy(() -> app.sql("ALTER TABLE eventlog.event DISABLE TRIGGER ALL")
                        .update())
                .rootCause()
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> app.sql("DROP TABLE eventlog.event").update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    @Test
    void a_position_is_taken_once() {
        assertThatThrownBy(() -> append(1, "another", 0)).hasMessageContaining("event_position");
    }

    @Test
    void the_first_position_is_one() {
        assertThatThrownBy(() -> append(0, "another", 0)).hasMessageContaining("event_position_counts_from_one");
    }

    @Test
    void a_place_in_a_stream_is_taken_once() {
        assertThatThrownBy(() -> append(2, "stream", 0)).hasMessageContaining("event_stream_sequence");
        assertThatCode(() -> append(2, "stream", 1)).doesNotThrowAnyException();
    }

    @Test
    void claims_are_made_and_never_changed() {
        app.sql("INSERT INTO eventlog.claim (kind, key, holder) VALUES ('iban', 'K', 'A')")
                .update();

        assertThatThrownBy(
                        () -> app.sql("UPDATE eventlog.claim SET holder = 'B'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> app.sql("DELETE FROM eventlog.claim").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void an_idempotency_key_is_never_kept_without_its_answer() {
        assertThatThrownBy(
                        () -> app.sql("INSERT INTO eventlog.claim (kind, key, holder) VALUES ('idempotency', 'K', 'A')")
                                .update())
                .rootCause()
                .hasMessageContaining("claim_idempotency_is_answered");
    }

    private void append(long position, String stream, long sequence) {
        app.sql("""
                        INSERT INTO eventlog.event
                            (position, event_id, stream_type, stream_id, sequence, type, recorded_at, payload, metadata, hash)
                        VALUES (?, gen_random_uuid(), 'Test', ?, ?, 'T', now(), '{"n":1}', '{}', sha256(''))""").params(position, stream, sequence).update();
    }
}
