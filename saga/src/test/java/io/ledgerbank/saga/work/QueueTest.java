package io.ledgerbank.saga.work;

import io.ledgerbank.testing.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A queue of one worker on a real database that notes what it has done. */
abstract class QueueTest {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final DataSource dataSource = TestPostgres.freshDatabase("saga").dataSource();
    final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    final Instant now = Instant.now();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ObservationRegistry observations = ObservationRegistry.create();
    final DeadLetters letters = new DeadLetters(JdbcClient.create(dataSource));
    final List<String> done = new CopyOnWriteArrayList<>();
    final WorkQueue queue = queueOf(1, item -> done.add(item.id()));

    @AfterEach
    void close() {
        queue.close();
    }

    WorkQueue queueOf(int threads, Worker worker) {
        return queueOf(threads, PATIENCE, worker);
    }

    WorkQueue queueOf(int threads, Duration patience, Worker worker) {
        var telemetry = new WorkTelemetry(meters, observations);
        return new WorkQueue(
                "payments", threads, new Workplace(dataSource, Clock.systemUTC(), patience, telemetry), worker);
    }

    static WorkItem item(String subject) {
        return new WorkItem(subject, 1, "conversation");
    }

    /** What is in the queue for everyone to see, whatever transaction the caller is in. */
    List<String> waiting() {
        return JdbcClient.create(new UnboundDataSource(dataSource))
                .sql("SELECT task_instance FROM saga.payments_work ORDER BY task_instance")
                .query(String.class)
                .list();
    }

    List<DeadLetter> deadLetters() {
        return letters.page(
                new DeadLetterFilter(
                        DeadLetter.State.PARKED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                100,
                Optional.empty());
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    static void waitFor(CountDownLatch latch) {
        Awaitility.await().atMost(PATIENCE).until(() -> latch.getCount() == 0);
    }

    /** Spring knows no transaction of this one. */
    private static final class UnboundDataSource extends DelegatingDataSource {

        UnboundDataSource(DataSource target) {
            super(target);
        }
    }
}
