package io.ledgerbank.saga.standingorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.Frequency;
import io.ledgerbank.api.standingorder.Recurrence;
import io.ledgerbank.api.standingorder.StandingOrderCancelled;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderRan;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.saga.Stage;
import io.ledgerbank.saga.work.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WakingStandingOrdersTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-20");
    private static final int RUNS = 3;

    private final StandingOrderId id = StandingOrderId.next();
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
    void runs_that_were_missed_are_made_once_each_in_their_order() {
        place(now.minus(Duration.ofDays(RUNS)));

        stage.await(() -> runs().size() == RUNS && timers().isEmpty());
        assertThat(runs()).containsExactly(1, 2, 3);
    }

    @Test
    void the_run_after_a_missed_one_waits_for_its_day() {
        place(now.minus(Duration.ofHours(1)));

        stage.await(() -> timers().equals(List.of(id + "/1")));
        assertThat(runs()).containsExactly(1);
    }

    @Test
    void a_run_that_is_not_due_waits_over_restarts_and_replays() {
        place(now.plus(Duration.ofDays(365)));
        stage.await(() -> timers().equals(List.of(id + "/0")));
        stage.restart();
        stage.replay();
        place(StandingOrderId.next(), now.plus(Duration.ofDays(365)));

        stage.await(() -> allTimers().size() == 2);
        assertThat(timers()).containsExactly(id + "/0");
        assertThat(runs()).isEmpty();
    }

    @Test
    void runs_that_became_due_while_nobody_was_there_are_made_afterwards() {
        place(now.plus(Duration.ofDays(1)));
        stage.await(() -> !timers().isEmpty());
        stage.stopService();
        stage.database()
                .sql("UPDATE saga.standingorders_work SET execution_time = now() - interval '1 hour'")
                .update();
        stage.startAgain();

        stage.await(() -> runs().equals(List.of(1)));
    }

    @Test
    void a_timer_that_a_dead_node_was_dealing_with_is_taken_over_and_the_run_made_once() {
        place(now.plus(Duration.ofDays(1)));
        stage.await(() -> !timers().isEmpty());
        stage.stopService();
        stage.database().sql("""
                UPDATE saga.standingorders_work SET picked = true, picked_by = 'a dead node',
                    execution_time = now() - interval '1 minute', last_heartbeat = now() - interval '1 minute'
                """).update();
        stage.startAgain();

        stage.await(() -> timers().equals(List.of(id + "/1")));
        assertThat(runs()).containsExactly(1);
    }

    @Test
    void a_timer_that_rings_again_makes_no_second_run() {
        place(now.minus(Duration.ofHours(1)));
        stage.await(() -> timers().equals(List.of(id + "/1")));

        stage.bean(RunWorker.class).work(new WorkItem(id.toString(), 0, "again"));

        assertThat(runs()).containsExactly(1);
    }

    @Test
    void a_cancelled_order_has_no_timer() {
        place(now.plus(Duration.ofDays(1)));
        stage.await(() -> !timers().isEmpty());
        orders().append(new StandingOrderCancelled(id, now), 1);

        stage.await(() -> timers().isEmpty());
        assertThat(runs()).isEmpty();
    }

    private void place(Instant due) {
        place(id, due);
    }

    private void place(StandingOrderId order, Instant due) {
        PaymentOrder payment = new PaymentOrder.Transfer(
                AccountId.next(),
                AccountId.next(),
                Money.of("1.00", Currency.getInstance("GBP")),
                "Rent",
                Optional.empty(),
                Priority.NORMAL);
        orders().append(
                        new StandingOrderPlaced(
                                order,
                                payment,
                                new Recurrence(Frequency.DAILY, FIRST, Optional.empty(), Optional.of(RUNS)),
                                new Caller(UserId.next(), Role.USER),
                                new DueRun(1, FIRST, due),
                                now),
                        0);
    }

    private List<Integer> runs() {
        return orders().historyOf(id).stream()
                .filter(StandingOrderRan.class::isInstance)
                .map(event -> ((StandingOrderRan) event).run().number())
                .toList();
    }

    private StandingOrdersDouble orders() {
        return stage.bean(StandingOrdersDouble.class);
    }

    private List<String> timers() {
        return allTimers().stream()
                .filter(timer -> timer.startsWith(id.toString()))
                .toList();
    }

    private List<String> allTimers() {
        return stage.database()
                .sql("SELECT task_instance FROM saga.standingorders_work")
                .query(String.class)
                .list();
    }
}
