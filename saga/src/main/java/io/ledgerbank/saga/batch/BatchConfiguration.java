package io.ledgerbank.saga.batch;

import io.ledgerbank.api.payment.SagaFinder;
import io.ledgerbank.api.user.CurrentCallers;
import io.ledgerbank.saga.work.WorkQueue;
import io.ledgerbank.saga.work.WorkQueues;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires batches: where they are kept, the queue of those that are being carried out, and the worker. */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration {

    private static final String QUEUE = "batches";

    @Bean
    BatchTable batchTable(JdbcClient jdbc) {
        return new BatchTable(jdbc);
    }

    @Bean
    BatchReports batchReports(JdbcClient jdbc) {
        return new BatchReports(jdbc);
    }

    @Bean(destroyMethod = "")
    WorkQueue batchQueue(
            WorkQueues queues,
            BatchTable table,
            CommandGateway commands,
            EventStore log,
            CurrentCallers people,
            Clock clock) {
        return queues.queue(QUEUE, new BatchWorker(table, commands, new ActsOnRecord(log), people, clock));
    }

    @Bean
    Batches batches(
            SagaFinder sagas,
            BatchTable table,
            BatchReports reports,
            @Qualifier("batchQueue") WorkQueue queue,
            DataSource dataSource,
            Clock clock) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        return new Batches(sagas, table, reports, queue, transactions, clock);
    }
}
