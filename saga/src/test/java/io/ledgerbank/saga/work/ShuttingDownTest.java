package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.payment.Priority;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ShuttingDownTest extends QueueTest {

    private final CountDownLatch started = new CountDownLatch(1);

    @Test
    void what_takes_longer_than_the_patience_is_left_to_another_node() {
        WorkQueue closing = queueOf(1, Duration.ofMillis(100), item -> {
            started.countDown();
            sleepUntilInterrupted();
        });
        closing.start();
        closing.enqueue(item("long"), now, Priority.NORMAL);
        waitFor(started);
        closing.close();

        assertThat(waiting()).containsExactly("long/1");
        queue.start();
        await(() -> waiting().isEmpty());
        assertThat(done).containsExactly("long/1");
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void what_not_even_an_interruption_ends_is_taken_over_once_its_heartbeat_is_missed() {
        AtomicBoolean over = new AtomicBoolean();
        WorkQueue stubborn = queueOf(1, Duration.ofMillis(100), item -> {
            started.countDown();
            while (!over.get()) {
                Thread.interrupted();
                LockSupport.parkNanos(1_000_000);
            }
            throw new IllegalStateException("Too late to matter");
        });
        stubborn.start();
        stubborn.enqueue(item("stubborn"), now, Priority.NORMAL);
        waitFor(started);
        stubborn.close();
        queue.start();

        await(() -> done.contains("stubborn/1"));
        over.set(true);
        await(() -> waiting().isEmpty());
        assertThat(deadLetters()).isEmpty();
    }

    private static void sleepUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
