package io.ledgerbank.command.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the event log. Nothing outside this class names the stock classes of Axon that it builds on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventLogConfiguration.LaneProperties.class)
class EventLogConfiguration {

    /**
     * @param mostWaiting commands; one more is refused at once
     * @param mostCachedAggregates kept in memory, of all kinds together
     * @param patience with what other nodes have locked
     */
    @ConfigurationProperties("ledgerbank.lane")
    record LaneProperties(
            @DefaultValue("1024") int mostWaiting,
            @DefaultValue("100000") long mostCachedAggregates,
            @DefaultValue("2s") Duration patience) {}

    @Bean
    @Primary
    Serializer logSerializer() {
        return LogSerializer.create();
    }

    /** Axon's own choice depends on the order of auto-configurations and falls back to none at all. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /** Joins Spring's transaction, or none; it never begins, commits or rolls back one by itself. */
    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    /** Features add the names of what they keep as snapshots. */
    @Bean
    LogStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            List<StoredType> snapshotTypes,
            org.axonframework.config.Configuration axon) {
        StoredTypes types = new StoredTypes(
                Stream.concat(EventTypes.ALL.stream(), snapshotTypes.stream()).toList());
        LogStorageEngine.Builder engine = new LogStorageEngine.Builder(connections, new StoredTypeSerializer(types));
        engine.snapshotFilter(axon.snapshotFilter()).upcasterChain(axon.upcasterChain());
        return engine.build();
    }

    @Bean
    ChainVerifier chainVerifier(DataSource dataSource) {
        return new ChainVerifier(dataSource);
    }

    @Bean
    Snapshotter snapshotter(org.axonframework.config.Configuration axon) {
        return SnapshotsAside.create(axon);
    }

    @Bean(name = "eventBus")
    LogEventStore eventStore(
            LogStorageEngine engine,
            CommitAnnouncer announcer,
            PushProperties push,
            org.axonframework.config.Configuration axon) {
        EmbeddedEventStore.Builder store = EmbeddedEventStore.builder()
                .fetchDelay(push.fallbackPoll().toMillis())
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class));
        return new LogEventStore(store, engine, announcer::announce);
    }

    @Bean
    AggregateCache aggregateCache(LaneProperties properties) {
        return new AggregateCache(properties.mostCachedAggregates());
    }

    @Bean
    Deciding deciding(org.axonframework.config.Configuration axon) {
        return new Deciding(axon.getComponent(CommandBusSpanFactory.class));
    }

    /** Closed before the database is. */
    @Bean
    Lane lane(
            TransactionManager transactions,
            ConnectionProvider connections,
            AggregateCache aggregates,
            Deciding deciding,
            LogEventStore store,
            LaneProperties properties) {
        LaneHead head = new LaneHead(connections, aggregates, properties.patience());
        return new Lane(
                properties.mostWaiting(),
                new Decisions(new BatchAttempt(
                        transactions, head, deciding, new InDoubt(transactions, head, store::tellOfCommit))));
    }

    @Bean
    LaneMetrics laneMetrics(Lane lane, AggregateCache aggregates) {
        return new LaneMetrics(lane, aggregates);
    }

    @Bean
    CommandBus commandBus(Lane lane, Deciding deciding, org.axonframework.config.Configuration axon) {
        CommandBus bus = new LaneCommandBus(
                SimpleCommandBus.builder()
                        .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                        .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                        .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")),
                lane,
                deciding);
        bus.registerDispatchInterceptor(new StampingOrigin());
        bus.registerHandlerInterceptor(new LoggingOrigin());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    CorrelationDataProvider carryingOrigin() {
        return new CarryingOrigin();
    }

    /** Axon's default logs a listener's failure and goes on, which would lose an event for its projection or payment. */
    @Bean
    ConfigurerModule listenersFailLoudly() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance());
    }

    @Bean
    Claims claims(ConnectionProvider connections) {
        return new JdbcClaims(connections);
    }
}
