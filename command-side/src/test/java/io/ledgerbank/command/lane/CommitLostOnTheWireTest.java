package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.command.eventlog.ChainReport;
import io.ledgerbank.command.eventlog.TestLog;
import io.ledgerbank.command.lane.CuttingProxy.Cut;
import io.ledgerbank.command.lane.LaneNode.Create;
import io.ledgerbank.command.lane.LaneNode.Put;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code CommitInDoubtTest} pretends, with PostgreSQL at one end of a wire that really breaks. */
class CommitLostOnTheWireTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database = TestPostgres.freshDatabase("eventlog");
    private final CuttingProxy wire = new CuttingProxy(database);
    private final LaneNode node = new LaneNode(wire.around(database));

    CommitLostOnTheWireTest() throws IOException {}

    @BeforeEach
    void there_is_a_jar() {
        node.commands.sendAndWait(new Create("A", 100));
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
        wire.close();
        assertThat(wire.cuts()).isEqualTo(1);
        assertThat(new TestLog(database).verify()).isInstanceOf(ChainReport.Intact.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_batch_is_answered_and_happens_once_wherever_the_wire_breaks(Cut cut) throws Exception {
        wire.cutAfter(1, cut); // The first is that of the pause in which the batch gathers.

        List<Boolean> failures = node.failuresOf(new Put("A", 7), new Put("A", -1_000), new Put("A", 20));
        node.commands.sendAndWait(new Put("A", 300));

        assertThat(failures).containsExactly(false, true, false);
        assertThat(node.coins("A")).isEqualTo(427);
    }

    @Test
    void while_a_commit_cannot_be_looked_for_nobody_waits_long_and_afterwards_it_stands() {
        wire.stayDownAfterCut();
        wire.cutAfter(0, Cut.BEFORE_THE_ANSWER);
        CompletableFuture<Object> inDoubt = node.commands.send(new Put("A", 7));
        await().atMost(PATIENCE).until(() -> wire.cuts() == 1);
        CompletableFuture<Object> behind = node.commands.send(new Put("A", 20));

        assertThat(List.of(inDoubt, behind)).allSatisfy(refused -> assertThat(refused)
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withMessageContaining(Reason.SERVICE_UNAVAILABLE.code()));

        wire.mend();
        node.commands.sendAndWait(new Put("A", 300));
        assertThat(node.coins("A")).isEqualTo(407);
    }
}
