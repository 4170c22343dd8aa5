package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.command.lane.LaneNode.Claim;
import io.ledgerbank.command.lane.LaneNode.CutOff;
import io.ledgerbank.command.lane.LaneNode.Put;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Batches so large that a part of them is written before the rest is decided. Amounts differ, so that faults show. */
class WritingAheadTest extends TwoJars {

    private static final int PUTS = 200;
    private static final long SUM = IntStream.rangeClosed(1, PUTS).sum();

    @Test
    void nothing_of_a_batch_stays_that_its_last_command_spoils() throws Exception {
        node.bus.registerHandlerInterceptor((unit, chain) -> {
            if (unit.getMessage().getPayload() instanceof Put put && put.coins() == 1_313) {
                unit.onPrepareCommit(preparing -> preparing.onCommit(committing -> {
                    throw new IllegalStateException("Spoiled");
                }));
            }
            return chain.proceed();
        });

        List<Boolean> failures = node.failuresOf(puts(new Put("A", 1_313)));

        assertThat(failures.subList(0, PUTS)).containsOnly(false);
        assertThat(failures.getLast()).isTrue();
        assertThat(node.coins("A")).isEqualTo(1_000 + SUM);
        node.commands.sendAndWait(new Put("A", -1_000 - SUM));
    }

    @Test
    void a_batch_that_is_overtaken_while_it_is_written_is_decided_again() throws Exception {
        try (LaneNode other = new LaneNode(database)) {
            other.commands.sendAndWait(new Put("A", -1_000));
        }

        List<Boolean> failures = node.failuresOf(puts(new Put("A", -SUM - 1)));

        assertThat(failures.subList(0, PUTS)).containsOnly(false);
        assertThat(failures.getLast()).as("more than is in the jar since").isTrue();
        assertThat(node.coins("A")).isEqualTo(SUM);
        assertThat(node.counts.lostRaces.sum()).isEqualTo(1);
    }

    @Test
    void a_command_may_ask_the_database_while_others_are_written() throws Exception {
        long before = node.commits();

        List<Boolean> failures =
                node.failuresOf(puts(new Claim("K", "B", 5_000), new Claim("K", "B", 70_000), new Put("B", -5_000)));

        assertThat(failures.subList(PUTS, PUTS + 3)).containsExactly(false, true, false);
        assertThat(node.commits()).isEqualTo(before + 1);
        assertThat(node.coins("A")).isEqualTo(1_000 + SUM);
        assertThat(node.coins("B")).isZero();
        assertThat(node.claims()).isEqualTo(1);
    }

    @Test
    void what_is_answered_as_done_is_done_even_if_the_connection_is_cut_while_it_is_written() throws Exception {
        List<Boolean> failures = node.failuresOf(puts(new CutOff()));

        long done = IntStream.range(0, PUTS)
                .filter(i -> !failures.get(i))
                .mapToLong(i -> i + 1)
                .sum();
        assertThat(node.coins("A")).isEqualTo(1_000 + done);
    }

    /** One coin, two coins and so on into jar A, and the given commands behind them. */
    private static Object[] puts(Object... behind) {
        Stream<Object> puts = IntStream.rangeClosed(1, PUTS).mapToObj(i -> new Put("A", i));
        return Stream.concat(puts, Stream.of(behind)).toArray();
    }
}
