package io.ledgerbank.command.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.command.lane.LaneNode;
import io.ledgerbank.command.lane.LaneNode.Claim;
import io.ledgerbank.command.lane.TwoJars;
import io.ledgerbank.command.testing.InParallel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClaimingTest extends TwoJars {

    @Test
    void a_key_has_one_holder() {
        node.commands.sendAndWait(new Claim("K", "A", 1));

        assertThat(node.refusalOf(new Claim("K", "B", 1))).isEqualTo(Reason.DUPLICATE_END_TO_END_ID);
        assertThat(node.coins("B")).isZero();
    }

    @Test
    void what_a_refused_command_claimed_is_free() {
        assertThat(node.refusalOf(new Claim("K", "B", -1))).isEqualTo(Reason.INSUFFICIENT_FUNDS);

        node.commands.sendAndWait(new Claim("K", "A", 1));
    }

    @Test
    void of_two_nodes_that_claim_the_same_keys_at_once_one_is_granted_each() throws Exception {
        try (LaneNode other = new LaneNode(database)) {
            List<Callable<Boolean>> claims = IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(i -> () -> (i % 2 == 0 ? node : other)
                            .commands
                            .send(new Claim("K" + i / 4, i % 2 == 0 ? "A" : "B", 1))
                            .handle((done, failure) -> failure == null)
                            .join())
                    .toList();

            List<Boolean> granted = InParallel.run(16, claims);

            assertThat(granted.stream().filter(Boolean::booleanValue)).hasSize(50);
            assertThat(node.claims()).isEqualTo(50);
            assertThat(node.coins("A") + node.coins("B")).isEqualTo(1_050);
        }
    }

    @Test
    void whose_a_key_is_cannot_be_changed_by_the_owner_of_the_database_either() {
        node.commands.sendAndWait(new Claim("K", "A", 1));

        for (String change : List.of("UPDATE eventlog.claim SET holder = 'B'", "DELETE FROM eventlog.claim")) {
            assertThatThrownBy(() -> JdbcClient.create(database.ownerDataSource())
                            .sql(change)
                            .update())
                    .hasStackTraceContaining("append-only");
        }
    }
}
