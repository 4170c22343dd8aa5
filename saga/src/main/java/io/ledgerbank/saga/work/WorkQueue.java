package io.ledgerbank.saga.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.ledgerbank.api.payment.Priority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * A queue of durable work on a table of its own: every item is done at least once, by one node at a time, not before it
 * is due and critical ones first; those of a node that died are taken over within seconds. Thread-safe.
 */
public final class WorkQueue implements AutoCloseable {

    private static final Duration POLLING = Duration.ofMillis(100);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;

    private final Clock clock;
    private final WorkTable table;
    private final Scheduler scheduler;

    /**
     * @param name names the queue; its table is {@code saga.<name>_work}
     * @param enqueueing where items are put in and taken out: follows the caller's transaction
     * @param working where items are picked: knows no caller
     * @param patience how long items that are being done may take when the queue is closed
     */
    public WorkQueue(
            String name,
            int threads,
            DataSource enqueueing,
            DataSource working,
            Clock clock,
            Duration patience,
            Worker worker) {
        var serializer = new WorkItemSerializer();
        String tableName = "saga." + name + "_work";
        this.clock = clock;
        this.table = new WorkTable(enqueueing, serializer, name, tableName);
        var executor = new EagerExecutor(name, threads);
        this.scheduler = Scheduler.create(working, taskOf(name, worker))
                .tableName(tableName)
                .serializer(serializer)
                .schedulerName(new SchedulerName.Fixed(nodeName()))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .clock(clock::instant)
                .threads(threads)
                .executorService(executor)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enablePriority()
                .failureLogging(LogLevel.OFF, false)
                .shutdownMaxWait(patience)
                .build();
        executor.whenFree(scheduler::triggerCheckForDueExecutions);
    }

    public void start() {
        scheduler.start();
    }

    /** Puts the item in, unless it is there already; it can be picked once the caller's transaction has committed. */
    public void enqueue(WorkItem item, Instant due, Priority priority) {
        table.add(item, due, priority);
        if (due.isAfter(clock.instant())) {
            return;
        }
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().afterCommit(committed -> scheduler.triggerCheckForDueExecutions());
        } else {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** Takes the item out unless somebody is doing it. */
    public void withdraw(String subject, long sequence) {
        table.removeUnlessRunning(WorkItem.idOf(subject, sequence));
    }

    /** Picks nothing more and waits for the items that are being done. */
    @Override
    public void close() {
        scheduler.stop();
    }

    private static CustomTask<WorkItem> taskOf(String name, Worker worker) {
        return Tasks.custom(name, WorkItem.class).onFailure(new AfterFailure()).execute((instance, context) -> {
            WorkItem item = instance.getData();
            try {
                WorkContext.of(item).run(() -> worker.work(item));
                return new CompletionHandler.OnCompleteRemove<>();
            } catch (ComeBackLater postponed) {
                return (done, operations) ->
                        operations.reschedule(done, done.getTimeDone().plus(postponed.pause()));
            }
        });
    }

    private static String nodeName() {
        return ProcessHandle.current().pid() + "@" + new SchedulerName.Hostname().getName();
    }
}
