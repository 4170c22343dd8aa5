package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.command.eventlog.ChainReport;
import io.ledgerbank.command.eventlog.Head;
import io.ledgerbank.command.eventlog.LogTurn;
import io.ledgerbank.command.eventlog.LostRace;
import io.ledgerbank.command.eventlog.TestLog;
import io.ledgerbank.command.testing.InParallel;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeepingOrderTest {

    private final TestDatabase database = TestPostgres.freshDatabase("eventlog");
    private final TestLog log = new TestLog(database);
    private final TestLog elsewhere = new TestLog(database);

    @Test
    void positions_count_from_one_without_a_gap_whoever_appends() {
        log.append("first", 3);
        elsewhere.append("second", 2);
        log.append("third", 1);

        assertThat(log.positions()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        chained();
    }

    @Test
    void what_is_rolled_back_leaves_no_gap() {
        log.append("first", 2);
        log.transactions().executeWithoutResult(status -> {
            log.engine().appendEvents(List.of(TestLog.event("lost", 0, "never")));
            status.setRollbackOnly();
        });
        log.append("second", 1);

        assertThat(log.positions()).containsExactly(1L, 2L, 3L);
        chained();
    }

    @Test
    void a_connection_that_dies_before_the_commit_leaves_no_gap() {
        log.append("first", 2);
        assertThatThrownBy(() -> log.transactions().executeWithoutResult(status -> {
                    log.engine().appendEvents(List.of(TestLog.event("lost", 0, "never")));
                    killOtherBackends();
                }))
                .isInstanceOf(RuntimeException.class);
        log.append("second", 1);

        assertThat(log.positions()).containsExactly(1L, 2L, 3L);
        chained();
    }

    @Test
    void two_nodes_with_many_threads_keep_it_dense_and_chained() throws Exception {
        List<Callable<Void>> appends = IntStream.range(0, 200)
                .<Callable<Void>>mapToObj(i -> () -> {
                    (i % 2 == 0 ? log : elsewhere).append(UUID.randomUUID().toString(), 1 + i % 4);
                    return null;
                })
                .toList();

        InParallel.run(16, appends);

        assertThat(log.positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 500).boxed().toList());
        chained();
    }

    @Test
    void who_writes_behind_a_head_that_is_not_the_last_has_lost_a_race() {
        log.append("first", 1);
        Head behind = ((ChainReport.Intact) log.verify()).head();
        elsewhere.append("second", 1);

        assertThatThrownBy(() -> appendBehind(behind, "third", 0)).isInstanceOf(LostRace.class);

        assertThat(log.positions()).containsExactly(1L, 2L);
        chained();
    }

    @Test
    void a_place_in_a_stream_that_is_taken_is_another_matter() {
        log.append("first", 1);
        Head head = ((ChainReport.Intact) log.verify()).head();

        assertThatThrownBy(() -> appendBehind(head, "first", 0))
                .isInstanceOf(ConcurrencyException.class)
                .isNotInstanceOf(LostRace.class);
    }

    @Test
    void nothing_is_appended_without_a_transaction() {
        assertThatThrownBy(() -> log.engine().appendEvents(List.of(TestLog.event("first", 0, "loose"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_stream_is_read_from_any_sequence() {
        log.append("first", 5);
        log.append("second", 5);

        assertThat(log.engine().readEvents("first", 3).asStream())
                .extracting(event -> (Object) event.getPayload())
                .containsExactly("event 3", "event 4");
        assertThat(log.engine().lastSequenceNumberFor("first")).contains(4L);
        assertThat(log.engine().lastSequenceNumberFor("nobody's")).isEmpty();
    }

    @Test
    void the_log_is_read_over_the_bounds_of_batches() {
        log.append("long", 2_500);

        assertThat(log.engine().readEvents(log.engine().createTailToken(), false))
                .extracting(event -> event.trackingToken().position().orElseThrow())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2_500).boxed().toList());
        assertThat(log.engine().createHeadToken().position()).hasValue(2_500);
    }

    private void appendBehind(Head head, String stream, long sequence) {
        log.transactions().executeWithoutResult(status -> {
            UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
            new LogTurn(head).belongTo(unit);
            unit.execute(() -> log.engine().appendEvents(List.of(TestLog.event(stream, sequence, "late"))));
        });
    }

    private void killOtherBackends() {
        JdbcClient.create(database.dataSource()).sql("""
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename = current_user""").query(Boolean.class).list();
    }

    private void chained() {
        assertThat(log.verify()).isInstanceOf(ChainReport.Intact.class);
    }
}
