package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.Stage;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.WorkQueue;
import io.ledgerbank.simulator.TestCreditor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SurvivingCrashesTest {

    private final PaymentId id = PaymentId.next();
    private final Instant now = Instant.now();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.impatient();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void an_attempt_whose_worker_died_before_it_called_is_asked_about_and_made_again() {
        stage.given(created(), started(1, now));

        stage.settled(id);
        assertThat(stage.story(id))
                .containsExactly(
                        "PaymentCreated", "AttemptStarted", "AttemptFailed", "AttemptStarted", "PaymentSettled");
        assertThat(stage.events(id).get(2))
                .isInstanceOfSatisfying(AttemptFailed.class, failed -> assertThat(failed.reason())
                        .isEqualTo(Reason.TIMEOUT));
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
    }

    @Test
    void an_unanswered_attempt_is_left_alone_until_its_deadline_has_passed() {
        stage.given(created(), started(1, now.plus(Duration.ofMinutes(10))));
        stage.caughtUp();

        assertThat(stage.workItemsOf(id)).containsExactly(id + "/1");
        assertThat(stage.oracle().arrivalsOf(id)).isZero();
    }

    @Test
    void what_was_left_waiting_is_done_after_a_restart() {
        stage.stopBank();
        PaymentId waiting = stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)));
        stage.reached(waiting, AttemptFailed.class);
        stage.reopenBank();
        stage.restart();

        stage.settled(waiting);
        assertThat(stage.oracle().executionsOf(waiting)).isEqualTo(1);
    }

    @Test
    void an_item_that_a_dead_node_was_doing_is_taken_over() {
        stage.given(created(), started(1, now.plus(Duration.ofMinutes(10))));
        stage.caughtUp();
        stage.stopService();
        stage.database().sql("""
                UPDATE saga.payments_work SET picked = true, picked_by = 'a dead node',
                    execution_time = now() - interval '1 minute', last_heartbeat = now() - interval '1 minute'
                """).update();
        stage.startAgain();

        stage.reached(id, OutcomeUnknown.class);
        assertThat(stage.oracle().arrivalsOf(id)).isZero();
    }

    @Test
    void an_item_whose_payment_has_moved_on_does_nothing() {
        stage.given(created(), started(1, now.plus(Duration.ofMinutes(10))));
        stage.caughtUp();
        WorkQueue queue = stage.bean(WorkQueue.class);

        queue.enqueue(new WorkItem(id.toString(), 0, "stale"), now, Priority.NORMAL);

        stage.await(() -> stage.workItemsOf(id).equals(List.of(id + "/1")));
        assertThat(stage.story(id)).containsExactly("PaymentCreated", "AttemptStarted");
        assertThat(stage.oracle().arrivalsOf(id)).isZero();
    }

    @Test
    void seeing_every_event_again_neither_sends_nor_enqueues_anything_twice() {
        PaymentId settled = stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)));
        stage.settled(settled);
        stage.given(
                created(),
                started(1, now),
                new AttemptFailed(
                        id,
                        1,
                        Reason.SERVICE_UNAVAILABLE,
                        now,
                        now.plus(Duration.ofMinutes(10)),
                        ErrorCatalog.version()));
        stage.caughtUp();
        stage.await(() -> stage.workItemsOf(settled).isEmpty());
        List<String> story = stage.story(settled);

        stage.replay();
        stage.caughtUp();

        assertThat(stage.workItemsOf(settled)).isEmpty();
        assertThat(stage.workItemsOf(id)).containsExactly(id + "/2");
        assertThat(stage.story(settled)).isEqualTo(story);
        assertThat(stage.oracle().arrivalsOf(settled)).isEqualTo(1);
    }

    @Test
    void the_work_of_a_critical_payment_ranks_above_that_of_a_normal_one() {
        PaymentOrder.External normal = (PaymentOrder.External) Orders.to(TestCreditor.TIMES_OUT);
        PaymentOrder critical = new PaymentOrder.External(
                normal.debtorAccountId(),
                normal.creditor(),
                normal.amount(),
                normal.remittanceInformation(),
                normal.endToEndId(),
                Priority.CRITICAL);
        PaymentId other = PaymentId.next();
        stage.given(created(id, normal), started(id, 1, now.plus(Duration.ofMinutes(10))));
        stage.given(created(other, critical), started(other, 1, now.plus(Duration.ofMinutes(10))));
        stage.caughtUp();

        assertThat(stage.database()
                        .sql("SELECT task_instance FROM saga.payments_work ORDER BY priority DESC")
                        .query(String.class)
                        .list())
                .containsExactly(other + "/1", id + "/1");
    }

    @Test
    void an_unreachable_bank_certainly_executes_nothing() {
        stage.stopBank();
        PaymentId unreachable = stage.pay(TestCreditor.REPLIES_TWICE);

        assertThat(stage.parked(unreachable).reason()).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        assertThat(stage.story(unreachable)).doesNotContain("OutcomeUnknown");
    }

    @Test
    void a_bank_that_cannot_be_asked_leaves_the_payment_in_doubt_until_it_can() {
        stage.stopBank();
        stage.given(created(), started(1, now));
        stage.reached(id, OutcomeUnknown.class);
        stage.reopenBank();

        stage.settled(id);
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
    }

    private PaymentEvent created() {
        return created(id, Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)));
    }

    private PaymentEvent created(PaymentId payment, PaymentOrder order) {
        return new PaymentCreated(payment, Caller.system().userId(), order, Optional.of(Orders.ALICE), now);
    }

    private PaymentEvent started(int attempt, Instant deadline) {
        return started(id, attempt, deadline);
    }

    private PaymentEvent started(PaymentId payment, int attempt, Instant deadline) {
        return new AttemptStarted(payment, attempt, now, deadline);
    }
}
