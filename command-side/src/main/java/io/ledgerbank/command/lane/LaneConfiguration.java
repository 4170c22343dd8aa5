package io.ledgerbank.command.lane;

import io.ledgerbank.command.eventlog.AheadWriter;
import io.ledgerbank.command.eventlog.LogEventStore;
import io.ledgerbank.command.eventlog.LogReader;
import io.ledgerbank.command.eventlog.SeenHeads;
import io.ledgerbank.command.eventlog.SnapshotTable;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
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

    @Bean
    AggregateCache aggregateCache(LaneProperties properties) {
        return new AggregateCache(properties.mostCachedAggregates(), properties.mostPassingAggregates());
    }

    @Bean
    Deciding deciding(org.axonframework.config.Configuration axon) {
        return new Deciding(axon.getComponent(CommandBusSpanFactory.class));
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
    LaneLife laneLife(Lane lane) {
        return new LaneLife(lane);
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
}
