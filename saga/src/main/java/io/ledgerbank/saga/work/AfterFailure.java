package io.ledgerbank.saga.work;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.RetryPolicy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an item back that could not be done, after the catalogue's wait for trouble of our own, growing to the longest
 * one. It never gives up: an item dropped here would be a payment that hangs unseen.
 */
final class AfterFailure implements FailureHandler<WorkItem> {

    private static final Logger LOG = LoggerFactory.getLogger(AfterFailure.class);

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<WorkItem> operations) {
        int failures = failed.getExecution().consecutiveFailures + 1;
        Duration pause = pauseAfter(failures);
        WorkItem item = (WorkItem) failed.getExecution().taskInstance.getData();
        WorkContext.of(item)
                .run(() -> LOG.warn(
                        "Work item {} has failed {} times in a row and comes back in {} ms",
                        item.id(),
                        failures,
                        pause.toMillis(),
                        failed.getCause().orElse(null)));
        operations.reschedule(failed, failed.getTimeDone().plus(pause));
    }

    static Duration pauseAfter(int failures) {
        RetryPolicy policy = Category.SYSTEM.retryPolicy();
        Duration pause = policy.delay().multipliedBy(failures);
        return pause.compareTo(policy.longestDelay()) > 0 ? policy.longestDelay() : pause;
    }
}
