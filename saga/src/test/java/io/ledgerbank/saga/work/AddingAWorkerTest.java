package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.payment.Priority;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class AddingAWorkerTest extends QueueTest {

    private static final Path SOURCE = Path.of("src/test/java/io/ledgerbank/saga/work/GreetingWorker.java");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @BeforeEach
    void start() {
        JdbcClient.create(dataSource)
                .sql("CREATE TABLE saga.notifications_work (LIKE saga.payments_work INCLUDING ALL)")
                .update();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        var place = new Workplace(dataSource, Clock.systemUTC(), PATIENCE, new WorkTelemetry(meters, observations));
        var queues = new WorkQueues(place, new QueueSettings("notifications:2"));
        context.registerBean(WorkQueues.class, () -> queues);
        context.registerBean(QueueLifecycle.class, () -> new QueueLifecycle(queues));
        context.register(GreetingWorker.GreetingConfiguration.class);
        context.refresh();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void a_worker_is_one_method_and_the_name_of_its_queue() {
        greet("Anna");

        await(() -> timedAs("done") == 1);
        assertThat(context.getBean(GreetingWorker.class).greetings()).containsExactly("Hello Anna");
    }

    @Test
    void retries_dead_letters_and_metrics_come_with_it() {
        greet(" ");

        await(() -> deadLetters().size() == 1);
        assertThat(deadLetters()).extracting(DeadLetter::source).containsExactly("notifications");
        assertThat(timedAs("failed")).isEqualTo(2);
    }

    @Test
    void it_takes_fewer_than_forty_lines() throws IOException {
        assertThat(Files.readAllLines(SOURCE)).hasSizeLessThan(40);
    }

    private void greet(String somebody) {
        context.getBean(WorkQueue.class).enqueue(item(somebody), now, Priority.NORMAL);
    }

    private long timedAs(String outcome) {
        return meters.find("ledgerbank.work").tag("outcome", outcome).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
