package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.command.lane.LaneNode.Break;
import io.ledgerbank.command.lane.LaneNode.Claim;
import io.ledgerbank.command.lane.LaneNode.Put;
import io.ledgerbank.command.testing.InParallel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Amounts differ, so that two faults cannot make up for each other. */
class LanesOfTwoNodesTest extends TwoJars {

    @Test
    void what_another_node_has_done_meanwhile_is_part_of_the_decision() throws Exception {
        try (LaneNode other = new LaneNode(database)) {
            other.commands.sendAndWait(new Put("A", -600));

            assertThat(node.refusalOf(new Put("A", -401))).isEqualTo(Reason.INSUFFICIENT_FUNDS);
            node.commands.sendAndWait(new Put("A", -399));

            assertThat(node.coins("A")).isEqualTo(1);
        }
    }

    @Test
    void a_refusal_too_rests_on_the_newest_state() {
        assertThat(node.refusalOf(new Put("B", -5))).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        try (LaneNode other = new LaneNode(database)) {
            other.commands.sendAndWait(new Put("B", 5));
        }

        node.commands.sendAndWait(new Put("B", -5));

        assertThat(node.coins("B")).isZero();
    }

    @Test
    void two_nodes_that_compete_for_the_same_jars_both_come_to_their_turn() throws Exception {
        try (LaneNode other = new LaneNode(database)) {
            List<Callable<Boolean>> puts = IntStream.rangeClosed(1, 300)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        LaneNode turn = i % 2 == 0 ? node : other;
                        Object command = i % 10 == 0 ? new Break("A") : new Put(i % 3 == 0 ? "B" : "A", i);
                        return turn.commands
                                .send(command)
                                .handle((done, failure) -> failure == null)
                                .join();
                    })
                    .toList();

            List<Boolean> done = InParallel.run(16, puts);

            assertThat(done.stream().filter(Boolean::booleanValue)).hasSize(270);
            assertThat(node.coins("A") + node.coins("B"))
                    .isEqualTo(1_000
                            + IntStream.rangeClosed(1, 300)
                                    .filter(i -> i % 10 != 0)
                                    .sum());
        }
    }

    @Test
    void a_key_that_another_node_has_claimed_is_taken() {
        try (LaneNode other = new LaneNode(database)) {
            other.commands.sendAndWait(new Claim("K", "A", 1));
        }

        assertThat(node.refusalOf(new Claim("K", "B", 1))).isEqualTo(Reason.DUPLICATE_END_TO_END_ID);
    }
}
