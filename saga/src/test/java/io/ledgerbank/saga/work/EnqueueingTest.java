package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.payment.Priority;
import org.junit.jupiter.api.Test;

class EnqueueingTest extends QueueTest {

    @Test
    void enqueueing_an_item_twice_is_the_same_as_once() {
        queue.enqueue(item("a"), now, Priority.NORMAL);
        queue.enqueue(item("a"), now, Priority.NORMAL);
        queue.start();

        await(() -> waiting().isEmpty());
        assertThat(done).containsExactly("a/1");
    }

    @Test
    void an_item_exists_only_if_the_transaction_commits_that_enqueued_it() {
        transaction.executeWithoutResult(status -> {
            queue.enqueue(item("a"), now, Priority.NORMAL);
            status.setRollbackOnly();
        });
        assertThat(waiting()).isEmpty();

        transaction.executeWithoutResult(status -> {
            queue.enqueue(item("a"), now, Priority.NORMAL);
            assertThat(waiting()).isEmpty();
        });
        assertThat(waiting()).containsExactly("a/1");
    }

    @Test
    void enqueueing_what_another_transaction_has_enqueued_does_not_spoil_this_one() {
        queue.enqueue(item("a"), now, Priority.NORMAL);

        transaction.executeWithoutResult(status -> {
            queue.enqueue(item("a"), now, Priority.NORMAL);
            queue.enqueue(item("b"), now, Priority.NORMAL);
        });
        assertThat(waiting()).containsExactly("a/1", "b/1");
    }

    @Test
    void a_withdrawn_item_is_never_done() {
        queue.enqueue(item("a"), now, Priority.NORMAL);
        queue.enqueue(item("b"), now, Priority.NORMAL);
        queue.withdraw("a", 1);
        queue.withdraw("nothing", 7);
        queue.start();

        await(() -> waiting().isEmpty());
        assertThat(done).containsExactly("b/1");
    }
}
