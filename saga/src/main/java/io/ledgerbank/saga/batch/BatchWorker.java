package io.ledgerbank.saga.batch;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.saga.batch.BatchTable.Next;
import io.ledgerbank.saga.batch.BatchTable.Running;
import io.ledgerbank.saga.work.ComeBackLater;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Goes through a batch, one command for each payment, and writes down what became of each. One item stays in the queue for
 * as long as the batch is not over, so that one worker at a time has it, and another takes it over when that one dies.
 */
final class BatchWorker implements Worker {

    /** Then others have their turn. */
    private static final int AT_ONCE = 50;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Set<Category> MAY_SUCCEED_LATER = Set.of(Category.EXTERNAL_DEPENDENCY, Category.SYSTEM);

    private final BatchTable batches;
    private final CommandGateway commands;
    private final Clock clock;

    BatchWorker(BatchTable batches, CommandGateway commands, Clock clock) {
        this.batches = batches;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void work(WorkItem item) {
        UUID id = UUID.fromString(item.subject());
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
            } else {
                act(id, batch, next.get());
            }
        }
        throw new ComeBackLater(Duration.ZERO, "Others have their turn");
    }

    private void act(UUID id, Running batch, Next next) {
        batches.start(id, next);
        try {
            ActingFor.call(
                    batch.caller(),
                    () -> commands.sendAndWait(batch.action().on(next.payment(), batch.reason(), batch.caller())));
            batches.finish(id, next);
        } catch (RejectedException refused) {
            note(id, next, refused);
        }
    }

    /** What a worker had started before it died, and is refused as it has happened already, was done by that worker. */
    private void note(UUID id, Next next, RejectedException refused) {
        Category category = refused.reason().category();
        if (MAY_SUCCEED_LATER.contains(category)) {
            throw refused;
        }
        if (next.progress() == Next.Progress.STARTED && category == Category.CONFLICT) {
            batches.finish(id, next);
        } else {
            batches.fail(id, next, refused.reason());
        }
    }
}
