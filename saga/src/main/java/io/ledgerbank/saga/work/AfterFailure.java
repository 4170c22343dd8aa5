package io.ledgerbank.saga.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import io.ledgerbank.api.error.ErrorCatalog;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an item back that could not be done for as long as the catalogue says; then the item is a dead letter, so that it
 * never hangs unseen. An item that cannot even be read is one as well.
 */
final class AfterFailure implements FailureHandler<WorkItem> {

    private static final Logger LOG = LoggerFactory.getLogger(AfterFailure.class);
    private static final int PER_MILLE = 1000;

    private final DeadItems deadItems;

    AfterFailure(DeadItems deadItems) {
        this.deadItems = deadItems;
    }

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<WorkItem> operations) {
        Execution execution = failed.getExecution();
        WorkContext.ofItemNamed(execution.taskInstance)
                .run(() -> decide(failed, operations, execution.consecutiveFailures + 1));
    }

    private void decide(ExecutionComplete failed, ExecutionOperations<WorkItem> operations, int failures) {
        Throwable cause = failed.getCause().orElseGet(() -> new IllegalStateException("Failed without a cause"));
        Trouble trouble = Trouble.of(cause);
        trouble.pauseAfter(failures)
                .map(pause -> spread(pause, trouble))
                .ifPresentOrElse(
                        pause -> comeBack(failed, operations, pause, cause),
                        () -> giveUp(failed, trouble, failures, cause));
    }

    private static void comeBack(
            ExecutionComplete failed, ExecutionOperations<WorkItem> operations, Duration pause, Throwable cause) {
        LOG.warn(
                "Work item {} has failed {} times in a row, is tried again in {} ms (catalogue {})",
                failed.getExecution().taskInstance.getId(),
                failed.getExecution().consecutiveFailures + 1,
                pause.toMillis(),
                ErrorCatalog.version(),
                cause);
        operations.reschedule(failed, failed.getTimeDone().plus(pause));
    }

    private void giveUp(ExecutionComplete failed, Trouble trouble, int failures, Throwable cause) {
        Execution execution = failed.getExecution();
        LOG.error(
                "Work item {} has failed {} times and is a dead letter: a person has to retry or dismiss it",
                execution.taskInstance.getId(),
                failures,
                cause);
        deadItems.park(execution, Objects.requireNonNull(failed.getTimeDone()), trouble, failures);
    }

    /** So that what failed together does not come back together. */
    private static Duration spread(Duration pause, Trouble trouble) {
        int perMille = ThreadLocalRandom.current().nextInt(trouble.policy().mostJitterPerMille() + 1);
        return pause.plus(pause.multipliedBy(perMille).dividedBy(PER_MILLE));
    }
}
