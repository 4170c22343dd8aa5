package io.ledgerbank.command.eventlog;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * Takes snapshots on a thread of its own. On the thread of a command they would need a second connection while the command
 * still has its aggregates locked, and all connections may be with commands that wait for these locks.
 */
interface SnapshotsAside {

    /** A snapshot that is dropped is asked for again by the aggregate's next event. */
    int MOST_WAITING = 1_000;

    static Snapshotter create(Configuration axon) {
        ThreadPoolExecutor aside = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                new AxonThreadFactory("snapshots"),
                new ThreadPoolExecutor.DiscardPolicy());
        axon.onShutdown(aside::shutdown);
        return AggregateSnapshotter.builder()
                .eventStore(axon.eventStore())
                .transactionManager(axon.getComponent(TransactionManager.class))
                .aggregateFactories(aggregateFactories(axon))
                .repositoryProvider(axon::repository)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .executor(aside)
                .build();
    }

    private static List<AggregateFactory<?>> aggregateFactories(Configuration axon) {
        return axon.findModules(AggregateConfiguration.class).stream()
                .<AggregateFactory<?>>map(AggregateConfiguration::aggregateFactory)
                .toList();
    }
}
