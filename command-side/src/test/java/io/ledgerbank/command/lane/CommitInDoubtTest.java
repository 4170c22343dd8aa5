package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.command.eventlog.ChainReport;
import io.ledgerbank.command.eventlog.TestLog;
import io.ledgerbank.command.lane.LaneNode.Create;
import io.ledgerbank.command.lane.LaneNode.Put;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommitInDoubtTest {

    private enum Loss {
        NONE,
        /** The server never saw the COMMIT. */
        REQUEST,
        /** The server committed, but nobody heard of it. */
        ANSWER
    }

    private final TestDatabase database = TestPostgres.freshDatabase("eventlog");
    private final AtomicReference<Loss> next = new AtomicReference<>(Loss.NONE);
    private final AtomicInteger losses = new AtomicInteger();
    private final LaneNode node = new LaneNode(database, this::losing);

    @AfterEach
    void stop() {
        node.close();
        assertThat(losses).hasValue(1);
        assertThat(new TestLog(database).verify()).isInstanceOf(ChainReport.Intact.class);
    }

    @Test
    void a_commit_whose_answer_was_lost_is_found_in_the_log_and_happens_once() {
        node.commands.sendAndWait(new Create("A", 100));
        next.set(Loss.ANSWER);

        assertThat((Object) node.commands.sendAndWait(new Put("A", 7))).isEqualTo("done");
        node.commands.sendAndWait(new Put("A", 20));

        assertThat(node.coins("A")).isEqualTo(127);
    }

    @Test
    void a_commit_that_never_arrived_is_missed_and_decided_again() {
        node.commands.sendAndWait(new Create("A", 100));
        next.set(Loss.REQUEST);

        assertThat((Object) node.commands.sendAndWait(new Put("A", 7))).isEqualTo("done");
        node.commands.sendAndWait(new Put("A", 20));

        assertThat(node.coins("A")).isEqualTo(127);
    }

    private TransactionManager losing(TransactionManager transactions) {
        return () -> {
            Transaction transaction = transactions.startTransaction();
            return new Transaction() {
                @Override
                public void commit() {
                    switch (next.getAndSet(Loss.NONE)) {
                        case NONE -> transaction.commit();
                        case REQUEST -> {
                            transaction.rollback();
                            lose();
                        }
                        case ANSWER -> {
                            transaction.commit();
                            lose();
                        }
                    }
                }

                @Override
                public void rollback() {
                    transaction.rollback();
                }
            };
        };
    }

    private void lose() {
        losses.incrementAndGet();
        throw new IllegalStateException("The connection is gone");
    }
}
