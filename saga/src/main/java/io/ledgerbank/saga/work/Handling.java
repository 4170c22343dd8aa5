package io.ledgerbank.saga.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What surrounds the work on every item of every queue, so that no worker has to care: the conversation and the actor, an
 * observation (a timer, and a span where traces are kept), how long the item had waited, and what becomes of it.
 */
final class Handling implements ExecutionHandler<WorkItem> {

    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);
    private static final String OUTCOME = "outcome";

    private final String queue;
    private final Worker worker;
    private final WorkTelemetry telemetry;
    private final Timer waits;
    private final Clock clock;

    Handling(String queue, Worker worker, WorkTelemetry telemetry, Clock clock) {
        this.queue = queue;
        this.worker = worker;
        this.telemetry = telemetry;
        this.waits = Timer.builder("ledgerbank.work.wait")
                .description("from when an item is due to when a worker takes it")
                .tag("queue", queue)
                .register(telemetry.meters());
        this.clock = clock;
    }

    @Override
    public CompletionHandler<WorkItem> execute(TaskInstance<WorkItem> instance, ExecutionContext context) {
        WorkItem item = instance.getData();
        noteWait(context.getExecution().executionTime);
        return WorkContext.of(item).call(() -> observed(item, context));
    }

    private CompletionHandler<WorkItem> observed(WorkItem item, ExecutionContext context) {
        Observation observation = Observation.createNotStarted("ledgerbank.work", telemetry.observations())
                .contextualName(queue + " work")
                .lowCardinalityKeyValue("queue", queue)
                .lowCardinalityKeyValue(OUTCOME, "failed")
                .highCardinalityKeyValue("item", item.id())
                .highCardinalityKeyValue("correlation.id", item.correlationId());
        return observation.observe(() -> attempt(item, context, observation));
    }

    private CompletionHandler<WorkItem> attempt(WorkItem item, ExecutionContext context, Observation observation) {
        try {
            worker.work(item);
            observation.lowCardinalityKeyValue(OUTCOME, "done");
            return new CompletionHandler.OnCompleteRemove<>();
        } catch (ComeBackLater postponed) {
            LOG.debug("Work item {} waits: {}", item.id(), postponed.getMessage());
            observation.lowCardinalityKeyValue(OUTCOME, "postponed");
            return comesBackAfter(postponed.pause());
        } catch (RuntimeException interrupted) {
            if (!context.getSchedulerState().isShuttingDown()) {
                throw interrupted;
            }
            Thread.interrupted(); // Nobody who is interrupted gets a connection.
            LOG.info("Work item {} is left to the next start or another node", item.id(), interrupted);
            observation.lowCardinalityKeyValue(OUTCOME, "left");
            return comesBackAfter(Duration.ZERO);
        }
    }

    private static CompletionHandler<WorkItem> comesBackAfter(Duration pause) {
        return (complete, operations) ->
                operations.reschedule(complete, complete.getTimeDone().plus(pause));
    }

    private void noteWait(Instant due) {
        Duration waited = Duration.between(due, clock.instant());
        waits.record(waited.isNegative() ? Duration.ZERO : waited);
    }
}
