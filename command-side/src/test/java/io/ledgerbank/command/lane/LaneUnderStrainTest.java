package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.command.eventlog.EventLogException;
import io.ledgerbank.command.lane.LaneNode.CutOff;
import io.ledgerbank.command.lane.LaneNode.Pause;
import io.ledgerbank.command.lane.LaneNode.Put;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.Test;

/** Amounts differ, so that two faults cannot make up for each other. */
class LaneUnderStrainTest extends TwoJars {

    @Test
    void who_finds_too_many_waiting_is_refused_at_once() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Object> pause = node.commands.send(new Pause(begun, end));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<Object>> waiting = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            waiting.add(node.commands.send(new Put("A", 1)));
        }

        assertThat(node.refusalOf(new Put("A", 5_000))).isEqualTo(Reason.SERVICE_UNAVAILABLE);

        end.countDown();
        pause.join();
        waiting.forEach(CompletableFuture::join);
        assertThat(node.coins("A")).isEqualTo(1_300);
    }

    @Test
    void who_waits_too_long_is_refused_undecided() {
        Duration overBeforeItsTurn = Duration.ofMillis(-1);
        try (LaneNode impatient = new LaneNode(database, overBeforeItsTurn)) {
            assertThat(impatient.refusalOf(new Put("A", 5_000))).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        }

        assertThat(node.coins("A")).isEqualTo(1_000);
    }

    @Test
    void what_one_sender_does_with_its_answer_does_not_touch_the_others() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Object> pause = node.commands.send(new Pause(begun, end));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        node.bus.dispatch(GenericCommandMessage.asCommandMessage(new Put("A", 1)), (command, result) -> {
            throw new IllegalStateException("The sender stumbles");
        });
        CompletableFuture<Object> other = node.commands.send(new Put("A", 20));
        end.countDown();

        assertThat(pause.join()).isEqualTo("done");
        assertThat(other.join()).isEqualTo("done");
        assertThat(node.coins("A")).isEqualTo(1_021);
    }

    @Test
    void a_closed_lane_refuses() {
        node.close();

        assertThat(node.refusalOf(new Put("A", 1))).isEqualTo(Reason.SERVICE_UNAVAILABLE);
    }

    @Test
    void a_lane_whose_connection_was_cut_recovers_by_itself() throws Exception {
        var answers = node.together(new Put("A", 1), new CutOff(), new Put("A", 20));

        assertThat(answers.get(1)).isCompletedExceptionally();
        assertThat(node.coins("A")).isEqualTo(1_021);
        node.commands.sendAndWait(new Put("A", 300));
        assertThat(node.coins("A")).isEqualTo(1_321);
    }

    @Test
    void while_the_database_is_away_everybody_is_refused_at_once_and_then_the_lane_goes_on() throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        UnaryOperator<TransactionManager> leaving = transactions -> () -> {
            if (away.get()) {
                asked.incrementAndGet();
                throw new EventLogException("No connection", new SQLException("refused", "08001"));
            }
            return transactions.startTransaction();
        };
        try (LaneNode cutOff = new LaneNode(database, leaving)) {
            cutOff.commands.sendAndWait(new Put("A", 1));
            away.set(true);

            assertThat(cutOff.refusalOf(new Put("A", 20))).isEqualTo(Reason.SERVICE_UNAVAILABLE);
            assertThat(asked).as("attempts").hasValue(1);

            away.set(false);
            cutOff.commands.sendAndWait(new Put("A", 300));
            assertThat(cutOff.coins("A")).isEqualTo(1_301);
        }
    }
}
