package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.command.lane.LaneNode.Break;
import io.ledgerbank.command.lane.LaneNode.Claim;
import io.ledgerbank.command.lane.LaneNode.Create;
import io.ledgerbank.command.lane.LaneNode.Put;
import io.ledgerbank.command.lane.LaneNode.Unlisted;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.Registration;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

/** Amounts differ, so that two faults cannot make up for each other. */
class LaneTest extends TwoJars {

    @Test
    void what_waits_together_is_committed_together() throws Exception {
        long before = node.commits();

        var answers = node.together(puts(LongStream.rangeClosed(1, 200), "A"));

        assertThat(answers).allMatch(answer -> "done".equals(answer.join()));
        assertThat(node.commits()).isEqualTo(before + 1);
        assertThat(node.coins("A")).isEqualTo(1_000 + 200 * 201 / 2);
    }

    @Test
    void who_is_refused_drops_out_alone_and_stays_in_memory() throws Exception {
        Jar.SOURCED.set(0);

        var answers = node.together(
                new Put("A", -100), new Put("A", -1_000), new Put("B", 7), new Put("B", -8), new Put("A", -900));

        assertThat(answers.stream().map(CompletableFuture::isCompletedExceptionally))
                .containsExactly(false, true, false, true, false);
        assertThat(node.coins("A")).isZero();
        assertThat(node.coins("B")).isEqualTo(7);
        assertThat(Jar.SOURCED).as("nothing was loaded again").hasValue(3);
    }

    @Test
    void who_fails_after_an_event_drops_out_alone_and_leaves_no_trace() throws Exception {
        long before = node.commits();

        var answers = node.together(new Put("A", 2), new Break("A"), new Put("A", 30), new Break("B"), new Put("B", 5));

        assertThat(answers.stream().map(CompletableFuture::isCompletedExceptionally))
                .containsExactly(false, true, false, true, false);
        assertThat(node.coins("A")).isEqualTo(1_032);
        assertThat(node.coins("B")).isEqualTo(5);
        assertThat(node.commits()).isEqualTo(before + 1);
        assertThat(node.refusalOf(new Put("A", -1_033))).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        node.commands.sendAndWait(new Put("A", -1_032));
    }

    @Test
    void who_applies_an_event_that_is_not_registered_fails_alone_when_deciding() throws Exception {
        long before = node.commits();

        var answers = node.together(new Put("A", 2), new Unlisted("A", 1), new Put("A", 30));

        assertThat(answers.stream().map(CompletableFuture::isCompletedExceptionally))
                .containsExactly(false, true, false);
        assertThat(answers.get(1))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(SerializationException.class)
                .withMessage("No name is registered for class java.lang.String");
        assertThat(node.commits()).as("nobody was decided again").isEqualTo(before + 1);
        assertThat(node.coins("A")).isEqualTo(1_032);
        node.commands.sendAndWait(new Put("A", -1_032));
    }

    @Test
    void a_batch_that_one_command_spoils_is_decided_one_by_one() throws Exception {
        Registration registration = node.bus.registerHandlerInterceptor((unit, chain) -> {
            if (unit.getMessage().getPayload() instanceof Put put && put.coins() == 13) {
                unit.onPrepareCommit(preparing -> preparing.onCommit(committing -> {
                    throw new IllegalStateException("Spoiled");
                }));
            }
            return chain.proceed();
        });

        var answers = node.together(new Put("A", 1), new Put("A", 13), new Put("A", 100), new Put("B", -1));

        assertThat(registration.cancel()).isTrue();
        assertThat(answers.stream().map(CompletableFuture::isCompletedExceptionally))
                .containsExactly(false, true, false, true);
        assertThat(node.coins("A")).isEqualTo(1_101);
        node.commands.sendAndWait(new Put("A", -1_101));
    }

    @Test
    void what_a_batch_needs_and_memory_does_not_hold_is_loaded_all_at_once() throws Exception {
        node.together(
                IntStream.range(0, 50).mapToObj(i -> new Create("J" + i, i)).toArray());
        Object[] puts =
                IntStream.range(0, 50).mapToObj(i -> new Put("J" + i, -i)).toArray();
        node.cache.removeAll();
        node.asked.set(0);

        assertThat(node.failuresOf(puts)).containsOnly(false);

        assertThat(node.asked).as("statements for 50 cold jars").hasValueLessThan(15);
        assertThat(node.refusalOf(new Put("J49", -1))).isEqualTo(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void within_a_batch_too_a_key_is_claimed_once() throws Exception {
        var answers = node.together(new Claim("K", "A", 1), new Claim("K", "B", 20), new Claim("L", "B", 300));

        assertThat(answers.stream().map(CompletableFuture::isCompletedExceptionally))
                .containsExactly(false, true, false);
        assertThat(node.coins("B")).isEqualTo(300);
        assertThat(node.claims()).isEqualTo(2);
    }

    @Test
    void what_a_refused_command_claimed_is_free_for_the_next_of_its_batch() throws Exception {
        var answers = node.together(new Claim("K", "B", -1), new Claim("K", "A", 1));

        assertThat(answers.stream().map(CompletableFuture::isCompletedExceptionally))
                .containsExactly(true, false);
        assertThat(node.claims()).isEqualTo(1);
    }

    private static Object[] puts(LongStream amounts, String jar) {
        return amounts.mapToObj(amount -> new Put(jar, amount)).toArray();
    }
}
