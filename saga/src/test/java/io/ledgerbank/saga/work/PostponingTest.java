package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.payment.Priority;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostponingTest extends QueueTest {

    private final AtomicBoolean full = new AtomicBoolean(true);
    private final AtomicInteger knocks = new AtomicInteger();

    @Test
    void an_item_that_has_to_wait_holds_no_thread_and_comes_back() {
        try (WorkQueue bulkhead = queueOf(1, this::ifThereIsRoom)) {
            bulkhead.enqueue(item("waits"), now.minusSeconds(1), Priority.CRITICAL);
            bulkhead.enqueue(item("other"), now, Priority.NORMAL);
            bulkhead.start();

            await(() -> done.contains("other/1"));
            assertThat(waiting()).containsExactly("waits/1");
            full.set(false);
            await(() -> waiting().isEmpty());
        }
        assertThat(done).containsExactly("other/1", "waits/1");
    }

    @Test
    void however_often_it_has_to_wait_it_has_not_failed() {
        try (WorkQueue bulkhead = queueOf(1, this::ifThereIsRoom)) {
            bulkhead.enqueue(item("waits"), now, Priority.NORMAL);
            bulkhead.start();

            await(() -> knocks.get() > 10);
            full.set(false);
            await(() -> waiting().isEmpty());
        }
        assertThat(done).isEqualTo(List.of("waits/1"));
        assertThat(deadLetters()).isEmpty();
    }

    private void ifThereIsRoom(WorkItem item) {
        if (item.subject().equals("waits") && full.get()) {
            knocks.incrementAndGet();
            throw new ComeBackLater(Duration.ofMillis(10), "The bank's bulkhead is full");
        }
        done.add(item.id());
    }
}
