package io.ledgerbank.saga.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.ledgerbank.api.payment.Priority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * A queue of durable work on a table of its own, {@code saga.<name>_work}: every item is done at least once, by one node at
 * a time, not before it is due and critical ones first; those of a node that died are taken over within seconds.
 * Thread-safe.
 */
public final class WorkQueue implements AutoCloseable {

    private static final Duration POLLING = Duration.ofMillis(100);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;

    /** Items of a queue that this version does not know are another version's, not rubbish. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final String name;
    private final int threads;
    private final Clock clock;
    private final WorkTable table;
    private final DeadItems deadItems;
    private final Scheduler scheduler;

    /** Not started yet. What is enqueued follows the caller's transaction; what is picked knows no caller. */
    WorkQueue(String name, int threads, Workplace place, Worker worker) {
        this.name = name;
        this.threads = threads;
        this.clock = place.clock();
        var serializer = new WorkItemSerializer();
        String tableName = "saga." + name + "_work";
        JdbcClient jdbc = JdbcClient.create(place.dataSource());
        this.table =
                new WorkTable(new TransactionAwareDataSourceProxy(place.dataSource()), serializer, name, tableName);
        this.deadItems = new DeadItems(name, tableName, jdbc, place.telemetry().meters());
        var executor = new EagerExecutor(name, threads);
        this.scheduler = Scheduler.create(place.dataSource(), taskOf(place, worker))
                .tableName(tableName)
                .serializer(serializer)
                .schedulerName(new SchedulerName.Fixed(nodeName()))
                .jdbcCustomization(new FairPicking())
                .clock(clock::instant)
                .threads(threads)
                .executorService(executor)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .enablePriority()
                .failureLogging(LogLevel.OFF, false)
                .shutdownMaxWait(place.patience())
                .build();
        executor.whenFree(scheduler::triggerCheckForDueExecutions);
    }

    public String name() {
        return name;
    }

    /** How many items this node does at a time at most. */
    int threads() {
        return threads;
    }

    void start() {
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

    DeadItems deadItems() {
        return deadItems;
    }

    /** Picks nothing more and waits for the items that are being done. */
    @Override
    public void close() {
        scheduler.stop();
    }

    private CustomTask<WorkItem> taskOf(Workplace place, Worker worker) {
        return Tasks.custom(name, WorkItem.class)
                .onFailure(new AfterFailure(deadItems))
                .onDeadExecutionRevive()
                .execute(new Handling(name, worker, place.telemetry(), clock));
    }

    private static String nodeName() {
        return ProcessHandle.current().pid() + "@" + new SchedulerName.Hostname().getName();
    }
}
