package io.ledgerbank.command.eventlog;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Wires the lane in which commands are decided. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LaneProperties.class)
class LaneConfiguration {

    private static final int MOST_SNAPSHOTS_WAITING = 1_000;

    @Bean
    AggregateCache aggregateCache(LaneProperties properties) {
        return new AggregateCache(properties.mostCachedAggregates(), properties.mostPassingAggregates());
    }

    @Bean
    SeenHeads seenHeads() {
        return new SeenHeads();
    }

    @Bean
    Deciding deciding(org.axonframework.config.Configuration axon) {
        return new Deciding(axon.getComponent(CommandBusSpanFactory.class));
    }

    /** Closed after the lane is. */
    @Bean
    AheadWriter aheadWriter(ConnectionProvider connections, StoredTypes types) {
        return new AheadWriter(connections, new StoredTypeSerializer(types));
    }

    @Bean
    BatchAttempt batchAttempt(
            DataSource dataSource,
            ConnectionProvider connections,
            AggregateCache aggregates,
            AheadWriter writer,
            Deciding deciding,
            LogEventStore store,
            ObjectProvider<BatchOpening> openings,
            SeenHeads seen,
            LaneProperties properties) {
        // JPA's would open and flush a session for every batch, and nothing here uses one.
        TransactionManager transactions = new SpringTransactionManager(new JdbcTransactionManager(dataSource));
        LaneHead head = new LaneHead(connections, aggregates, properties.patience(), seen);
        InDoubt inDoubt = new InDoubt(transactions, head, store::tellOfCommit);
        List<BatchOpening> inOrder = openings.orderedStream().toList();
        return new BatchAttempt(transactions, head, writer, deciding, inDoubt, inOrder);
    }

    /** Features tell what their commands load. */
    @Bean
    @Order(BatchOrder.READ_ONLY)
    ColdStreams coldStreams(
            ObjectProvider<TouchedStreams<?>> touched,
            AggregateCache aggregates,
            SnapshotTable snapshots,
            ConnectionProvider connections) {
        return new ColdStreams(touched.orderedStream().toList(), aggregates, snapshots, new LogReader(connections));
    }

    /** Closed before the database is. */
    @Bean
    Lane lane(BatchAttempt attempt, LaneCounts counts, LaneProperties properties) {
        return new Lane(properties.mostWaiting(), new Decisions(attempt, counts), counts);
    }

    @Bean
    LaneCounts laneCounts() {
        return new LaneCounts();
    }

    @Bean
    LaneMetrics laneMetrics(Lane lane, LaneCounts counts, AggregateCache aggregates) {
        return new LaneMetrics(lane, counts, aggregates);
    }

    @Bean
    CommandBus commandBus(
            Lane lane, Deciding deciding, LaneProperties properties, org.axonframework.config.Configuration axon) {
        CommandBus bus = new LaneCommandBus(
                SimpleCommandBus.builder()
                        .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                        .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                        .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")),
                lane,
                deciding,
                properties.longestWait());
        bus.registerDispatchInterceptor(new StampingOrigin());
        bus.registerHandlerInterceptor(new LoggingOrigin());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus, Lane lane) {
        return new LaneCommandGateway(DefaultCommandGateway.builder().commandBus(bus), lane);
    }

    @Bean
    CorrelationDataProvider carryingOrigin() {
        return new CarryingOrigin();
    }

    @Bean
    Snapshotter snapshotter(
            CommandBus bus,
            TransactionManager transactions,
            SnapshotTable snapshots,
            org.axonframework.config.Configuration axon) {
        ThreadPoolExecutor aside = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_SNAPSHOTS_WAITING),
                new AxonThreadFactory("snapshots"));
        axon.onShutdown(aside::shutdown);
        return new SnapshotsAside(bus, aside, transactions, snapshots);
    }

    @Bean
    ConfigurerModule snapshotsAreTakenInTheLane(StoredTypes types) {
        return configurer -> configurer.onInitialize(axon -> axon.onStart(() -> axon.commandBus()
                .subscribe(
                        TakeSnapshot.class.getName(),
                        new TakingSnapshots(axon::repository, new StoredTypeSerializer(types)))));
    }
}
