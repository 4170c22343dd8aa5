package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import io.ledgerbank.simulator.journal.PaymentInstruction;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidingOnceTest {

    private static final int CALLERS = 4;
    private static final int INSTRUCTIONS = 1000;

    @TempDir
    Path folder;

    @Test
    void holds_when_callers_meet_in_the_same_instant() throws Exception {
        List<Receipt> receipts = new ArrayList<>();
        try (PaymentDesk desk = new PaymentDesk(
                        folder.resolve("journal"), new FaultBook(HostedBank.SIMBANK), Clock.systemUTC());
                ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            CyclicBarrier together = new CyclicBarrier(CALLERS);
            for (Future<List<Receipt>> done : callers.invokeAll(Collections.nCopies(CALLERS, caller(desk, together)))) {
                receipts.addAll(done.get());
            }
            assertThat(desk.decisions()).extracting(Decided::instructionId).doesNotHaveDuplicates();
        }

        assertThat(receipts).hasSize(CALLERS * INSTRUCTIONS);
        assertThat(receipts.stream().filter(Receipt.Fresh.class::isInstance)).hasSize(INSTRUCTIONS);
    }

    private static Callable<List<Receipt>> caller(PaymentDesk desk, CyclicBarrier together) {
        return () -> {
            List<Receipt> receipts = new ArrayList<>();
            for (int number = 1; number <= INSTRUCTIONS; number++) {
                PaymentInstruction instruction = TestBank.JSON
                        .readValue(TestBank.order("payment-" + number, TestBank.BOB), PaymentRequest.class)
                        .toInstruction();
                together.await();
                receipts.add(desk.receive(instruction));
            }
            return receipts;
        };
    }
}
