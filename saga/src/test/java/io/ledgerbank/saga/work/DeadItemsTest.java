package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.Priority;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeadItemsTest extends QueueTest {

    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicBoolean mended = new AtomicBoolean();
    private final WorkQueue failing = queueOf(1, this::unlessBroken);

    @Test
    void an_item_that_fails_as_often_as_the_catalogue_allows_is_a_dead_letter_and_holds_nothing_up() {
        failing.enqueue(item("broken"), now.minusSeconds(1), Priority.CRITICAL);
        failing.enqueue(item("fine"), now, Priority.NORMAL);
        try (failing) {
            failing.start();
            await(() -> waiting().isEmpty());
        }

        assertThat(done).containsExactly("fine/1");
        assertThat(tries).hasValue(Category.SYSTEM.retryPolicy().maxAttempts());
        assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo(DeadLetter.Kind.WORK);
            assertThat(letter.source()).isEqualTo("payments");
            assertThat(letter.subject()).isEqualTo("broken");
            assertThat(letter.sequence()).isEqualTo(1);
            assertThat(letter.correlationId()).isEqualTo("conversation");
            assertThat(letter.reason()).isEqualTo(Reason.INTERNAL_SERVER_ERROR);
            assertThat(letter.failure()).isEqualTo("IllegalStateException");
            assertThat(letter.attempts()).isEqualTo(tries.get());
            assertThat(letter.catalogueVersion()).isEqualTo(ErrorCatalog.version());
            assertThat(letter.decision()).isEmpty();
        });
        assertThat(meters.counter(
                                "ledgerbank.dead.letters.parked",
                                "kind",
                                "WORK",
                                "source",
                                "payments",
                                "reason",
                                "internal_server_error")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void an_item_that_is_refused_is_one_at_once() {
        try (WorkQueue refusing = queueOf(1, item -> {
            tries.incrementAndGet();
            throw new RejectedException(Reason.PAYMENT_NOT_FOUND, "No such payment");
        })) {
            refusing.enqueue(item("unknown"), now, Priority.NORMAL);
            refusing.start();
            await(() -> waiting().isEmpty());
        }

        assertThat(tries).hasValue(1);
        assertThat(deadLetters()).extracting(DeadLetter::reason).containsExactly(Reason.PAYMENT_NOT_FOUND);
    }

    @Test
    void so_is_one_that_cannot_be_read_and_it_is_kept_as_it_is() {
        byte[] rubbish = "{no item".getBytes(StandardCharsets.UTF_8);
        queue.enqueue(item("rubbish"), now, Priority.NORMAL);
        jdbc().sql("UPDATE saga.payments_work SET task_data = ?").param(rubbish).update();
        queue.start();
        await(() -> waiting().isEmpty());

        assertThat(done).isEmpty();
        assertThat(deadLetters()).singleElement().satisfies(letter -> assertThat(letter.subject())
                .isEqualTo("rubbish"));
        assertThat(jdbc().sql("SELECT item FROM saga.dead_letter")
                        .query(byte[].class)
                        .single())
                .isEqualTo(rubbish);
    }

    @Test
    void a_dead_letter_that_is_put_back_is_done_with_its_former_rank_and_stays_on_record() {
        try (failing) {
            DeadLetter dead = parked(failing, Priority.CRITICAL);
            mended.set(true);
            failing.deadItems().putBack(dead.id(), "anna", now);
            await(() -> done.contains("broken/1") && waiting().isEmpty());

            DeadLetter retried = letters.find(dead.id());
            assertThat(retried.state()).isEqualTo(DeadLetter.State.RETRIED);
            assertThat(retried.decision()).get().satisfies(decision -> assertThat(decision.by())
                    .isEqualTo("anna"));
            assertThat(deadLetters()).isEmpty();
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> failing.deadItems().putBack(dead.id(), "bert", now))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.ALREADY_PROCESSED));
        }
    }

    @Test
    void one_that_fails_again_is_another_dead_letter() {
        try (failing) {
            DeadLetter dead = parked(failing, Priority.NORMAL);
            failing.deadItems().putBack(dead.id(), "anna", now);
            await(() -> waiting().isEmpty() && deadLetters().size() == 1);

            assertThat(deadLetters()).extracting(DeadLetter::id).doesNotContain(dead.id());
        }
    }

    @Test
    void a_dismissed_one_is_never_done_and_stays_on_record_with_who_and_why() {
        try (failing) {
            DeadLetter dead = parked(failing, Priority.NORMAL);
            letters.dismiss(dead.id(), "anna", "Paid by hand", now);

            assertThat(letters.find(dead.id()).decision())
                    .get()
                    .extracting(DeadLetter.Decision::by, DeadLetter.Decision::reason)
                    .containsExactly("anna", Optional.of("Paid by hand"));
            assertThat(waiting()).isEmpty();
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> letters.dismiss(dead.id(), "bert", "No, I", now));
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc().sql("DELETE FROM saga.dead_letter").update());
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc().sql("UPDATE saga.dead_letter SET decided_by = 'bert'")
                            .update());
        }
    }

    private DeadLetter parked(WorkQueue queue, Priority priority) {
        queue.enqueue(item("broken"), now, priority);
        queue.start();
        await(() -> deadLetters().size() == 1);
        return deadLetters().getFirst();
    }

    private void unlessBroken(WorkItem item) {
        if (item.subject().equals("broken") && !mended.get()) {
            tries.incrementAndGet();
            throw new IllegalStateException("A bug");
        }
        done.add(item.id());
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }
}
