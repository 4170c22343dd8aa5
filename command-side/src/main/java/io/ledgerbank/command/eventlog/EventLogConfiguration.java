package io.ledgerbank.command.eventlog;

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
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the event log. Nothing outside this class names the stock classes of Axon that it builds on. */
@Configuration(proxyBeanMethods = false)
class EventLogConfiguration {

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
    EventStorageEngine eventStorageEngine(
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

    @Bean
    CommandBus commandBus(TransactionManager transactions, org.axonframework.config.Configuration axon) {
        CommandBus bus = new RedecidingCommandBus(SimpleCommandBus.builder()
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")));
        bus.registerDispatchInterceptor(new StampingOrigin());
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
