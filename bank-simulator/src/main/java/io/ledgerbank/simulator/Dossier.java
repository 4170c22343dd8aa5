package io.ledgerbank.simulator;

import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Everything the bank knows about one instruction. Thread-safe. */
final class Dossier {

    private final AtomicInteger arrivals = new AtomicInteger();
    private final AtomicReference<@Nullable Ruling> ruling = new AtomicReference<>();

    /** A decision that nobody may hear of before it is kept. */
    record Ruling(Decided decision, CompletableFuture<Void> kept) {

        static Ruling proposed(Decided decision) {
            return new Ruling(decision, new CompletableFuture<>());
        }

        static Ruling alreadyKept(Decided decision) {
            return new Ruling(decision, CompletableFuture.completedFuture(null));
        }

        /** Takes over whether the journal has it. */
        void keptWith(CompletableFuture<Void> appended) {
            appended.whenComplete((done, failure) -> {
                if (failure == null) {
                    kept.complete(done);
                } else {
                    kept.completeExceptionally(failure);
                }
            });
        }

        /** Waits until the decision is kept; throws when it is not known to be. */
        Decided once() {
            kept.join();
            return decision;
        }
    }

    /** Counts a POST and says which one it was, starting at 1. */
    int arrive() {
        return arrivals.incrementAndGet();
    }

    int arrivals() {
        return arrivals.get();
    }

    Optional<Ruling> ruling() {
        return Optional.ofNullable(ruling.get());
    }

    /** Whether this ruling is now the one; an earlier one stands for ever. */
    boolean rule(Ruling proposed) {
        return ruling.compareAndSet(null, proposed);
    }
}
