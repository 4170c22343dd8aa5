package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.payment.Priority;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;

class WorkQueueTest extends QueueTest {

    @Test
    void an_item_that_is_due_is_done_once_and_gone() {
        queue.start();
        queue.enqueue(item("a"), now, Priority.NORMAL);

        await(() -> waiting().isEmpty());
        assertThat(done).containsExactly("a/1");
    }

    @Test
    void an_item_waits_until_it_is_due() {
        queue.start();
        queue.enqueue(item("later"), now.plusSeconds(600), Priority.CRITICAL);
        queue.enqueue(item("now"), now, Priority.NORMAL);

        await(() -> waiting().equals(List.of("later/1")));
        assertThat(done).containsExactly("now/1");
    }

    @Test
    void critical_items_come_first() {
        queue.enqueue(item("normal"), now.minusSeconds(60), Priority.NORMAL);
        queue.enqueue(item("critical"), now, Priority.CRITICAL);
        queue.start();

        await(() -> waiting().isEmpty());
        assertThat(done).containsExactly("critical/1", "normal/1");
    }

    @Test
    void an_item_that_is_being_done_cannot_be_withdrawn() {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (WorkQueue slow = queueOf(1, item -> {
            started.countDown();
            waitFor(finish);
            done.add(item.id());
        })) {
            slow.start();
            slow.enqueue(item("a"), now, Priority.NORMAL);
            waitFor(started);
            slow.withdraw("a", 1);

            assertThat(waiting()).containsExactly("a/1");
            finish.countDown();
            await(() -> waiting().isEmpty());
        }
        assertThat(done).containsExactly("a/1");
    }

    @Test
    void an_item_that_fails_while_the_database_is_away_comes_back_until_it_succeeds() {
        var tries = new AtomicInteger();
        try (WorkQueue failing = queueOf(1, item -> {
            if (tries.incrementAndGet() < 4) {
                throw new DataAccessResourceFailureException("The database is down");
            }
            done.add(item.id());
        })) {
            failing.start();
            failing.enqueue(item("a"), now, Priority.NORMAL);

            await(() -> waiting().isEmpty());
        }
        assertThat(tries).hasValue(4);
        assertThat(done).containsExactly("a/1");
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void work_is_done_within_the_conversation_that_it_belongs_to_as_the_system() {
        var context = new CopyOnWriteArrayList<String>();
        try (WorkQueue watched = queueOf(1, item -> {
            context.add(Objects.toString(MDC.get(MetadataKeys.CORRELATION_ID)));
            context.add(Objects.toString(MDC.get(MetadataKeys.ACTOR)));
        })) {
            watched.start();
            watched.enqueue(item("a"), now, Priority.NORMAL);

            await(() -> waiting().isEmpty());
        }
        assertThat(context).containsExactly("conversation", "system");
    }

    @Test
    void closing_lets_what_is_being_done_finish() throws InterruptedException {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        WorkQueue closing = queueOf(1, item -> {
            started.countDown();
            waitFor(finish);
            done.add(item.id());
        });
        closing.start();
        closing.enqueue(item("a"), now, Priority.NORMAL);
        waitFor(started);

        Thread closer = Thread.startVirtualThread(closing::close);
        await(() -> closer.getState() == Thread.State.TIMED_WAITING);
        finish.countDown();
        closer.join(PATIENCE);

        assertThat(done).containsExactly("a/1");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void as_many_items_are_done_at_a_time_as_there_are_workers() {
        var together = new CountDownLatch(3);
        try (WorkQueue wide = queueOf(3, item -> {
            together.countDown();
            waitFor(together);
            done.add(item.id());
        })) {
            List.of("a", "b", "c").forEach(subject -> wide.enqueue(item(subject), now, Priority.NORMAL));
            wide.start();

            await(() -> waiting().isEmpty());
        }
        assertThat(done).hasSize(3);
    }
}
