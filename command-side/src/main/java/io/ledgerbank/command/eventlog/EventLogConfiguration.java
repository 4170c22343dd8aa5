package io.ledgerbank.command.eventlog;

import io.ledgerbank.command.eventtype.EventTypes;
import io.ledgerbank.command.eventtype.LogSerializer;
import io.ledgerbank.command.eventtype.Sealing;
import io.ledgerbank.command.eventtype.StoredType;
import io.ledgerbank.command.eventtype.StoredTypeSerializer;
import io.ledgerbank.command.eventtype.StoredTypes;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the event log. Nothing outside this package names the stock classes of Axon that it builds on. */
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

    /** Features add the names and revisions of what they keep as snapshots. */
    @Bean
    StoredTypes storedTypes(List<StoredType> snapshotTypes) {
        return new StoredTypes(
                Stream.concat(EventTypes.ALL.stream(), snapshotTypes.stream()).toList());
    }

    @Bean
    LogStorageEngine eventStorageEngine(
            ConnectionProvider connections, SnapshotTable snapshots, StoredTypes types, Sealing sealing) {
        return new LogStorageEngine.Builder(connections, snapshots, new StoredTypeSerializer(types, sealing)).build();
    }

    @Bean
    ChainVerifier chainVerifier(DataSource dataSource) {
        return new ChainVerifier(dataSource);
    }

    @Bean(name = "eventBus", destroyMethod = "shutDown")
    LogEventStore eventStore(LogStorageEngine engine, CommitPush push, org.axonframework.config.Configuration axon) {
        EmbeddedEventStore.Builder store = EmbeddedEventStore.builder()
                .fetchDelay(push.fallbackPoll().toMillis())
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class));
        return new LogEventStore(store, engine, push.announcement());
    }

    /** Axon's default logs a listener's failure and goes on, which would lose an event for its projection or payment. */
    @Bean
    ConfigurerModule listenersFailLoudly() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance());
    }

    @Bean
    SeenHeads seenHeads() {
        return new SeenHeads();
    }

    /** Closed after the lane is. */
    @Bean
    AheadWriter aheadWriter(ConnectionProvider connections, StoredTypes types, Sealing sealing) {
        return new AheadWriter(connections, new StoredTypeSerializer(types, sealing));
    }
}
