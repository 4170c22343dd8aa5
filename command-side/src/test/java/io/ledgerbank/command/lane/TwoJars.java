package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.command.eventlog.ChainReport;
import io.ledgerbank.command.eventlog.TestLog;
import io.ledgerbank.command.lane.LaneNode.Create;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A node with a jar A of a thousand coins and an empty jar B; whatever a test does, the chain is intact afterwards. */
public abstract class TwoJars {

    public final TestDatabase database = TestPostgres.freshDatabase("eventlog");
    public final LaneNode node;

    public TwoJars() {
        node = new LaneNode(database);
    }

    @BeforeEach
    void there_are_two_jars() {
        node.commands.sendAndWait(new Create("A", 1_000));
        node.commands.sendAndWait(new Create("B", 0));
    }

    @AfterEach
    void the_chain_is_intact() {
        node.close();
        assertThat(new TestLog(database).verify()).isInstanceOf(ChainReport.Intact.class);
    }
}
