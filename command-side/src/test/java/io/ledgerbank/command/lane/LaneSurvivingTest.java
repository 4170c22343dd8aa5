package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.eventlog.AppendLock;
import io.ledgerbank.command.eventlog.Head;
import io.ledgerbank.command.eventlog.TestLog;
import io.ledgerbank.command.lane.LaneNode.Pause;
import io.ledgerbank.command.lane.LaneNode.Put;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a handler, a caller or the database does wrong harms nobody else, and what is in memory stays what is in the log. */
@Timeout(60)
class LaneSurvivingTest extends TwoJars {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void an_error_while_a_batch_commits_leaves_nothing_in_memory_that_is_not_in_the_log() throws Exception {
        Registration failing = failWhileCommitting(500);

        var answers = node.together(new Put("A", 500), new Put("B", 7));

        failing.cancel();
        assertThat(answers.get(0)).isCompletedExceptionally();
        assertThat(answers.get(1)).isCompletedWithValue("done");
        assertThat(node.refusalOf(new Put("A", -1_400))).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        node.commands.sendAndWait(new Put("A", -1_000));
        assertThat(sequences("A")).containsExactly(0L, 1L);
    }

    @Test
    void nothing_is_appended_behind_an_event_that_is_gone() {
        node.commands.sendAndWait(new Put("A", 5_000));
        new TestLog(database).loseBehind(2);

        assertThat(node.refusalOf(new Put("A", -6_000))).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        node.commands.sendAndWait(new Put("A", -999));

        assertThat(node.coins("A")).isEqualTo(1);
        assertThat(node.seen.lost()).extracting(Head::position).containsExactly(3L);
        assertThat(node.seen.newest().position()).isEqualTo(3);
    }

    @Test
    void who_is_interrupted_while_waiting_is_not_told_that_it_is_done() throws Exception {
        AtomicReference<Object> told = new AtomicReference<>("nothing");
        Thread caller = new Thread(() -> {
            try {
                told.set(String.valueOf(node.commands.<Object>sendAndWait(new Put("A", 20))));
            } catch (RejectedException rejected) {
                told.set(rejected.reason());
            }
        });

        whilePaused(() -> {
            caller.start();
            while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            caller.interrupt();
            caller.join(SOON);
            assertThat(told).hasValue(Reason.SERVICE_UNAVAILABLE);
        });
    }

    @Test
    void a_handler_that_leaves_its_thread_interrupted_does_not_end_the_lane() throws Exception {
        node.bus.subscribe("Interrupting", message -> {
            Thread.currentThread().interrupt();
            return "done";
        });

        node.commands.send(named("Interrupting")).get(10, TimeUnit.SECONDS);

        assertThat(node.commands.<Object>send(new Put("B", 7))).succeedsWithin(SOON);
        assertThat(node.commands.<Object>send(new Put("B", 7))).succeedsWithin(SOON);
    }

    @Test
    void waiting_for_the_lane_in_the_lane_is_refused_rather_than_endless() throws Exception {
        AtomicReference<CompletableFuture<Object>> second = new AtomicReference<>();

        whilePaused(() -> second.set(node.commands
                .<Object>send(new Put("A", 1))
                .thenApply(done -> node.commands.sendAndWait(new Put("B", 7)))));

        assertThat(second.get())
                .failsWithin(SOON)
                .withThrowableThat()
                .withRootCauseInstanceOf(IllegalStateException.class);
        node.commands.sendAndWait(new Put("A", 1));
    }

    @Test
    void a_command_that_is_sent_while_another_is_decided_is_refused() {
        node.bus.subscribe("Outer", message -> {
            node.bus.dispatch(GenericCommandMessage.asCommandMessage(new Put("B", 7)));
            return "done";
        });

        assertThatThrownBy(() -> node.commands.sendAndWait(named("Outer"))).isInstanceOf(IllegalStateException.class);
        assertThat(node.coins("B")).isZero();
    }

    @Test
    void a_command_that_is_sent_after_the_commit_of_another_is_decided() throws Exception {
        CompletableFuture<Object> sent = new CompletableFuture<>();
        node.bus.subscribe("Following", message -> {
            CurrentUnitOfWork.get()
                    .afterCommit(committed ->
                            node.commands.<Object>send(new Put("B", 7)).thenAccept(sent::complete));
            return "done";
        });

        node.commands.sendAndWait(named("Following"));

        assertThat(sent.get(10, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(node.coins("B")).isEqualTo(7);
    }

    @Test
    void a_lock_that_another_node_does_not_let_go_is_waited_for_once_and_not_for_everybody() throws Exception {
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            AppendLock.ALONE.take(other, SOON, 0);
            long before = node.counts.unreachable.sum();

            var answers = Stream.of(1, 2, 3, 4, 5)
                    .map(coins -> node.commands.<Object>send(new Put("A", coins)))
                    .toList();

            answers.forEach(answer -> assertThat(answer).failsWithin(Duration.ofSeconds(30)));
            assertThat(node.counts.unreachable.sum() - before)
                    .as("waits of two seconds each")
                    .isLessThanOrEqualTo(2);
            other.rollback();
        }
        node.commands.sendAndWait(new Put("A", 30));
        assertThat(node.coins("A")).isEqualTo(1_030);
    }

    @Test
    void a_node_that_is_far_behind_loads_anew_what_it_is_asked_for() {
        try (LaneNode other = new LaneNode(database)) {
            other.commands.sendAndWait(new Put("A", -1_000));
            new TestLog(database).appendElsewhere(10_001);

            assertThat(node.refusalOf(new Put("A", -1))).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        }
    }

    private Registration failWhileCommitting(long coins) {
        return node.bus.registerHandlerInterceptor((unit, chain) -> {
            if (unit.getMessage().getPayload() instanceof Put put && put.coins() == coins) {
                unit.root().onPrepareCommit(preparing -> {
                    throw new StackOverflowError("While serialising");
                });
            }
            return chain.proceed();
        });
    }

    private interface Doing {
        void run() throws Exception;
    }

    private void whilePaused(Doing doing) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Object> pause = node.commands.send(new Pause(begun, end));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        doing.run();
        end.countDown();
        pause.join();
    }

    private static GenericCommandMessage<String> named(String name) {
        return new GenericCommandMessage<>(new GenericMessage<>("x"), name);
    }

    private List<Long> sequences(String jar) {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT sequence FROM eventlog.event WHERE stream_id = ? ORDER BY sequence")
                .param(jar)
                .query(Long.class)
                .list();
    }
}
