package io.ledgerbank.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.simulator.journal.JournalRecord.Arrived;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeepingRecordsTest {

    /** A disk whose forces last until the test lets them end. */
    private static final class SlowDisk implements Disk {

        final Semaphore mayEnd = new Semaphore(0);
        final CountDownLatch firstForce = new CountDownLatch(1);
        final AtomicInteger forces = new AtomicInteger();
        volatile boolean broken;

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            if (broken) {
                throw new IOException("No space left on device");
            }
            bytes.position(bytes.limit());
        }

        @Override
        public void force() {
            forces.incrementAndGet();
            firstForce.countDown();
            mayEnd.acquireUninterruptibly();
        }

        @Override
        public void close() {}
    }

    private final SlowDisk disk = new SlowDisk();
    private final Journal journal = new Journal(disk, List.of());

    @Test
    void shares_one_force_among_all_that_came_while_the_disk_was_busy() throws Exception {
        List<CompletableFuture<Void>> kept = new ArrayList<>();
        kept.add(journal.append(SomeRecords.execution("first")));
        assertThat(disk.firstForce.await(20, TimeUnit.SECONDS)).isTrue();
        for (int later = 0; later < 64; later++) {
            kept.add(journal.append(SomeRecords.execution("later-" + later)));
        }

        disk.mayEnd.release(2);
        kept.forEach(CompletableFuture::join);

        assertThat(disk.forces).hasValue(2);
        assertThat(journal.decisions()).hasSize(65);
    }

    @Test
    void says_nothing_of_a_decision_before_the_disk_has_it() throws Exception {
        CompletableFuture<Void> kept = journal.append(SomeRecords.execution("one"));
        assertThat(disk.firstForce.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(kept).isNotDone();
        assertThat(journal.decisions()).isEmpty();

        disk.mayEnd.release();
        kept.join();
        assertThat(journal.decisions()).containsExactly(SomeRecords.execution("one"));
    }

    @Test
    void forces_nothing_for_arrivals_alone() {
        journal.append(new Arrived("one")).join();

        assertThat(disk.forces).hasValue(0);
    }

    @Test
    void takes_nothing_more_once_a_write_failed() {
        disk.broken = true;
        CompletableFuture<Void> lost = journal.append(new Arrived("one"));
        assertThatThrownBy(lost::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(JournalUnavailable.class);

        disk.broken = false;

        assertThat(journal.isWritable()).isFalse();
        assertThat(journal.append(new Arrived("two"))).isCompletedExceptionally();
    }

    @Test
    void keeps_what_came_before_the_end_and_refuses_what_comes_after() {
        disk.mayEnd.release(3);
        CompletableFuture<Void> before = journal.append(SomeRecords.execution("one"));

        journal.close();

        assertThat(before).isCompleted();
        assertThat(journal.append(SomeRecords.execution("two"))).isCompletedExceptionally();
    }
}
