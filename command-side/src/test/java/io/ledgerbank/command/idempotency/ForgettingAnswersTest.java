package io.ledgerbank.command.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.command.eventlog.OneRunner;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ForgettingAnswersTest {

    private static final Duration WEEK = Duration.ofDays(7);

    private final TestDatabase database = TestPostgres.freshDatabase("eventlog");
    private final DataSource service = database.dataSource();
    private final JdbcClient app = JdbcClient.create(service);
    private final JdbcClient owner = JdbcClient.create(database.ownerDataSource());
    private final ForgettingAnswers node = node();

    @Test
    void only_answers_that_were_kept_for_long_enough_are_forgotten() {
        answer("old", "7 days 1 minute");
        answer("young", "6 days 23 hours");
        claim("iban", "10 years");

        node.run(() -> true);

        assertThat(keys()).containsExactly("iban", "young");
        assertThat(node.forgotten()).isEqualTo(1);
    }

    @Test
    void a_large_table_is_gone_through_part_by_part() {
        app.sql("""
                INSERT INTO eventlog.claim (kind, key, holder, request, refusal, detail, claimed_at)
                SELECT 'idempotency', n, 'A', sha256(''), 'insufficient_funds', repeat('x', 500), now() - interval '8 days'
                FROM generate_series(1, 5000) AS n""").update();
        answer("young", "1 hour");

        node.run(() -> true);

        assertThat(keys()).containsExactly("young");
        assertThat(node.forgotten()).isEqualTo(5_000);
    }

    @Test
    void two_nodes_forget_everything_once() {
        app.sql("""
                INSERT INTO eventlog.claim (kind, key, holder, request, sequence, claimed_at)
                SELECT 'idempotency', n, 'A', sha256(''), 0, now() - interval '8 days' FROM generate_series(1, 5000) AS n""").update();
        ForgettingAnswers other = node();

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> node.run(() -> true)),
                        CompletableFuture.runAsync(() -> other.run(() -> true)))
                .join();

        assertThat(keys()).isEmpty();
        assertThat(node.forgotten() + other.forgotten()).isEqualTo(5_000);
    }

    @Test
    void a_node_leaves_it_to_another_that_is_at_it() throws Exception {
        answer("old", "8 days");
        try (Connection other = service.getConnection();
                Statement lock = other.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(%d)".formatted(OneRunner.Task.FORGETTING_ANSWERS.key()));
            node.run(() -> true);
            assertThat(keys()).containsExactly("old");
        }
        node.run(() -> true);

        assertThat(keys()).isEmpty();
    }

    @Test
    void a_node_that_stops_leaves_the_rest() {
        answer("old", "8 days");

        node.run(() -> false);

        assertThat(keys()).containsExactly("old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interval '0'", "interval '-1 year'", "NULL"})
    void whatever_the_service_asks_for_a_day_is_kept(String asked) {
        answer("day old", "24 hours 1 minute");
        answer("young", "23 hours 59 minutes");

        app.sql("SELECT eventlog.forget_answers(%s, 0, 100)".formatted(asked))
                .query(Long.class)
                .single();

        assertThat(keys()).containsExactly("young");
    }

    @Test
    void nobody_deletes_a_claim_or_an_answer_of_today() {
        claim("iban", "10 years");
        answer("young", "1 hour");

        assertThatThrownBy(() -> app.sql("DELETE FROM eventlog.claim").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        for (String key : List.of("iban", "young")) {
            assertThatThrownBy(() -> owner.sql("DELETE FROM eventlog.claim WHERE key = ?")
                            .param(key)
                            .update())
                    .rootCause()
                    .hasMessageContaining("only answers older than a day");
        }
        for (String change : List.of("UPDATE eventlog.claim SET claimed_at = 'epoch'", "TRUNCATE eventlog.claim")) {
            assertThatThrownBy(() -> owner.sql(change).update()).rootCause().hasMessageContaining("append-only");
        }
        assertThat(keys()).containsExactly("iban", "young");
    }

    @Test
    void less_than_a_day_is_no_setting() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyProperties(Duration.ofHours(23)));
        assertThat(new IdempotencyProperties(Duration.ofDays(1)).kept()).isEqualTo(Duration.ofDays(1));
    }

    private ForgettingAnswers node() {
        return new ForgettingAnswers(app, new OneRunner(service, OneRunner.Task.FORGETTING_ANSWERS), WEEK);
    }

    private void answer(String key, String age) {
        app.sql("""
                        INSERT INTO eventlog.claim (kind, key, holder, request, sequence, claimed_at)
                        VALUES ('idempotency', ?, 'A', sha256(''), 0, now() - ?::interval)""").params(key, age).update();
    }

    private void claim(String kind, String age) {
        app.sql("INSERT INTO eventlog.claim (kind, key, holder, claimed_at) VALUES (?, ?, 'A', now() - ?::interval)")
                .params(kind, kind, age)
                .update();
    }

    private List<String> keys() {
        return app.sql("SELECT key FROM eventlog.claim ORDER BY key")
                .query(String.class)
                .list();
    }
}
