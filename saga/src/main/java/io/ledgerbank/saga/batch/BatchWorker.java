package io.ledgerbank.saga.batch;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.CurrentCallers;
import io.ledgerbank.saga.batch.BatchTable.Next;
import io.ledgerbank.saga.batch.BatchTable.Running;
import io.ledgerbank.saga.work.ComeBackLater;
import io.ledgerbank.saga.work.Trouble;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through a batch, one command for each payment, and writes down what became of each. One item stays in the queue for
 * as long as the batch is not over, so that one worker at a time has it, and another takes it over when that one dies.
 */
final class BatchWorker implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);

    /** Then others have their turn, and whoever ordered it is looked at anew. */
    private static final int AT_ONCE = 50;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final BatchTable batches;
    private final CommandGateway commands;
    private final ActsOnRecord acts;
    private final CurrentCallers people;
    private final Clock clock;

    BatchWorker(BatchTable batches, CommandGateway commands, ActsOnRecord acts, CurrentCallers people, Clock clock) {
        this.batches = batches;
        this.commands = commands;
        this.acts = acts;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void work(WorkItem item) {
        UUID id = UUID.fromString(item.subject());
        Optional<Caller> caller =
                people.find(batches.running(id).orElseThrow().caller().userId()).filter(Caller::isAdmin);
        for (int acted = 0; acted < AT_ONCE; acted++) {
            Running batch = batches.running(id).orElseThrow();
            if (batch.state() == BatchState.PAUSED) {
                throw new ComeBackLater(LOOK_AGAIN, "The batch is paused");
            }
            if (batch.state() != BatchState.RUNNING) {
                return;
            }
            Optional<Next> next = batches.next(id);
            if (next.isEmpty()) {
                batches.end(id, List.of(BatchState.RUNNING), BatchState.DONE, clock.instant());
            } else if (caller.isEmpty()) {
                LOG.warn("Batch {} ends: {} may order nothing any more", id, batch.caller());
                batches.end(id, List.of(BatchState.RUNNING), BatchState.CANCELLED, clock.instant());
            } else {
                act(id, batch, next.get(), caller.get());
            }
        }
        throw new ComeBackLater(Duration.ZERO, "Others have their turn");
    }

    /**
     * What was begun, by a worker that has died since or by this one, was done if it is on record, whatever came of the command;
     * it is done anew only if it is not.
     */
    private void act(UUID id, Running batch, Next next, Caller caller) {
        Optional<Long> begunAt = next.startedAt();
        Optional<Reason> trouble = Optional.empty();
        int most = Category.SYSTEM.retryPolicy().maxAttempts();
        for (int tries = 0;
                tries < most
                        && (tries == 0 || trouble.filter(BatchWorker::mayPass).isPresent());
                tries++) {
            if (isOnRecord(batch, next, begunAt, caller)) {
                batches.finish(id, next);
                return;
            }
            begunAt = acts.lastOf(next.payment());
            trouble = begunAt.isEmpty()
                    ? Optional.of(Reason.PAYMENT_NOT_FOUND)
                    : tried(id, batch, next, begunAt.get(), caller);
            if (trouble.isEmpty()) {
                batches.finish(id, next);
                return;
            }
        }
        if (isOnRecord(batch, next, begunAt, caller)) {
            batches.finish(id, next);
        } else {
            batches.fail(id, next, trouble.orElseThrow());
        }
    }

    private boolean isOnRecord(Running batch, Next next, Optional<Long> begunAt, Caller caller) {
        return begunAt.filter(at -> acts.has(next.payment(), at, batch.action(), batch.reason(), caller.userId()))
                .isPresent();
    }

    private static boolean mayPass(Reason reason) {
        return reason.category() == Category.SYSTEM || reason == Reason.PAYMENT_MOVED_ON;
    }

    /** Why it could not be done, if not because of an outage or a shutdown: those are waited out. */
    private Optional<Reason> tried(UUID id, Running batch, Next next, long at, Caller caller) {
        batches.start(id, next, at);
        try {
            ActingFor.call(
                    caller, () -> commands.sendAndWait(batch.action().on(next.payment(), batch.reason(), at, caller)));
            return Optional.empty();
        } catch (RuntimeException failure) {
            Trouble trouble = Trouble.of(failure);
            if (trouble.passes() || wasInterrupted(failure)) {
                throw failure;
            }
            LOG.warn("Batch {} could not {} payment {}", id, batch.action(), next.payment(), failure);
            return Optional.of(trouble.reason());
        }
    }

    private static boolean wasInterrupted(RuntimeException failure) {
        return Thread.currentThread().isInterrupted() || failure.getCause() instanceof InterruptedException;
    }
}
