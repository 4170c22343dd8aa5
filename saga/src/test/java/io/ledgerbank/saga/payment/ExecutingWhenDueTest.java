package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.ExecutionDeferred;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.Stage;
import io.ledgerbank.saga.work.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExecutingWhenDueTest {

    private final PaymentId id = PaymentId.next();
    private final Instant now = Instant.now();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void what_is_due_is_made_and_sent_to_its_bank() {
        stage.given(scheduled(now));

        stage.settled(id);
        assertThat(stage.story(id))
                .containsExactly("PaymentScheduled", "PaymentCreated", "AttemptStarted", "PaymentSettled");
        stage.caughtUp();
        assertThat(stage.timersOf(id)).isEmpty();
    }

    @Test
    void what_is_not_due_waits_over_restarts_and_replays() {
        stage.given(scheduled(now.plus(Duration.ofDays(365))));
        stage.caughtUp();
        stage.restart();
        stage.replay();
        stage.caughtUp();

        assertThat(stage.timersOf(id)).containsExactly(id + "/0");
        assertThat(stage.story(id)).containsExactly("PaymentScheduled");
    }

    @Test
    void what_became_due_while_nobody_was_there_is_made_afterwards() {
        stage.given(scheduled(now.plus(Duration.ofDays(1))));
        stage.caughtUp();
        stage.stopService();
        stage.database()
                .sql("UPDATE saga.schedules_work SET execution_time = now() - interval '1 hour'")
                .update();
        stage.startAgain();

        stage.settled(id);
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
    }

    @Test
    void a_timer_that_a_dead_node_was_dealing_with_is_taken_over_and_the_payment_made_once() {
        stage.given(scheduled(now.plus(Duration.ofDays(1))));
        stage.caughtUp();
        stage.stopService();
        stage.database().sql("""
                UPDATE saga.schedules_work SET picked = true, picked_by = 'a dead node',
                    execution_time = now() - interval '1 minute', last_heartbeat = now() - interval '1 minute'
                """).update();
        stage.startAgain();

        stage.settled(id);
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
    }

    @Test
    void a_timer_that_rings_again_after_the_payment_was_made_does_nothing() {
        stage.given(scheduled(now));
        stage.settled(id);

        stage.bean(ExecutionWorker.class).work(new WorkItem(id.toString(), 0, "again"));

        assertThat(stage.story(id)).hasSize(4);
    }

    @Test
    void a_deferred_payment_has_one_timer_for_its_next_try() {
        Instant nextTry = now.plus(Duration.ofHours(1));
        stage.given(
                scheduled(now.plus(Duration.ofMinutes(1))),
                new ExecutionDeferred(id, Reason.INSUFFICIENT_FUNDS, now, nextTry));
        stage.caughtUp();

        assertThat(stage.timersOf(id)).containsExactly(id + "/1");
    }

    @Test
    void a_payment_that_was_called_off_has_no_timer() {
        stage.given(scheduled(now.plus(Duration.ofMinutes(1))), new PaymentCancelled(id, now));
        stage.caughtUp();

        assertThat(stage.timersOf(id)).isEmpty();
    }

    private PaymentScheduled scheduled(Instant due) {
        return new PaymentScheduled(
                id,
                UserId.next(),
                Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)),
                Caller.system(),
                due,
                List.of(),
                now);
    }
}
