package io.ledgerbank.saga.payment;

import io.ledgerbank.saga.bank.BankGateways;
import io.ledgerbank.saga.bank.BankSettings;
import io.ledgerbank.saga.work.QueueSettings;
import io.ledgerbank.saga.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Wires the payment saga: the processor that follows the log, the queue it fills and the worker that empties it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueueSettings.class)
class PaymentSagaConfiguration {

    private static final String QUEUE = "payments";
    private static final String SCHEDULES = "schedules";
    private static final int BATCH = 100;
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);
    private static final long CLAIM_INTERVAL_MILLIS = 500;

    @Bean
    ExternalPayments externalPayments(EventStore eventStore) {
        return new ExternalPayments(eventStore);
    }

    /** A request that was sent at the last moment is given the time of a whole call to arrive. */
    @Bean
    PaymentProcess paymentProcess(BankSettings banks) {
        return new PaymentProcess(banks.timeout());
    }

    @Bean
    PaymentWorker paymentWorker(
            ExternalPayments payments,
            PaymentProcess process,
            BankGateways banks,
            CommandGateway commands,
            BankSettings settings,
            Clock clock) {
        return new PaymentWorker(payments, process, banks, commands, settings.timeout(), clock);
    }

    @Bean(destroyMethod = "")
    @Primary
    WorkQueue paymentQueue(
            DataSource dataSource, Clock clock, PaymentWorker worker, QueueSettings queues, BankSettings banks) {
        return new WorkQueue(
                QUEUE,
                queues.threadsOf(QUEUE),
                new TransactionAwareDataSourceProxy(dataSource),
                dataSource,
                clock,
                banks.timeout(),
                worker);
    }

    @Bean
    ExecutionWorker executionWorker(CommandGateway commands) {
        return new ExecutionWorker(commands);
    }

    @Bean(destroyMethod = "")
    WorkQueue scheduleQueue(
            DataSource dataSource, Clock clock, ExecutionWorker worker, QueueSettings queues, BankSettings banks) {
        return new WorkQueue(
                SCHEDULES,
                queues.threadsOf(SCHEDULES),
                new TransactionAwareDataSourceProxy(dataSource),
                dataSource,
                clock,
                banks.timeout(),
                worker);
    }

    @Bean
    SmartLifecycle scheduleQueueLifecycle(@Qualifier("scheduleQueue") WorkQueue scheduleQueue) {
        return new QueueLifecycle(scheduleQueue);
    }

    @Bean
    PaymentTimers paymentTimers(@Qualifier("scheduleQueue") WorkQueue scheduleQueue) {
        return new PaymentTimers(scheduleQueue);
    }

    /** Starts last, when the schema is there and commands are handled, and stops first. */
    @Bean
    SmartLifecycle paymentQueueLifecycle(WorkQueue paymentQueue) {
        return new QueueLifecycle(paymentQueue);
    }

    @Bean
    PaymentSaga paymentSaga(
            ExternalPayments payments, PaymentProcess process, WorkQueue paymentQueue, MeterRegistry meters) {
        return new PaymentSaga(payments, process, paymentQueue, meters);
    }

    /**
     * A tracking processor, because it is woken by each append; a pooled one would look twice a second. The saga comes late,
     * because its worker sends commands, and whoever handles those is wired here.
     */
    @Bean
    ConfigurerModule paymentSagaProcessor(
            ObjectProvider<PaymentSaga> saga, ObjectProvider<PaymentTimers> timers, DataSource dataSource) {
        return configurer -> configurer
                .eventProcessing()
                .registerEventHandler(config -> saga.getObject())
                .registerEventHandler(config -> timers.getObject())
                .assignHandlerInstancesMatching(
                        PaymentSaga.NAME, handler -> handler instanceof PaymentSaga || handler instanceof PaymentTimers)
                .registerTrackingEventProcessor(
                        PaymentSaga.NAME,
                        config -> config.eventStore(),
                        config -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                                .andTokenClaimInterval(CLAIM_INTERVAL_MILLIS, TimeUnit.MILLISECONDS)
                                .andBatchSize(BATCH))
                .registerTokenStore(PaymentSaga.NAME, config -> tokenStore(dataSource, config.serializer()))
                .registerListenerInvocationErrorHandler(PaymentSaga.NAME, config -> PropagatingErrorHandler.instance());
    }

    private static TokenStore tokenStore(DataSource dataSource, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(serializer)
                .claimTimeout(CLAIM_TIMEOUT)
                .schema(TokenSchema.builder()
                        .setTokenTable("saga.token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("written_at")
                        .build())
                .build();
    }

    private static final class QueueLifecycle implements SmartLifecycle {

        private final WorkQueue queue;
        private volatile boolean running;

        QueueLifecycle(WorkQueue queue) {
            this.queue = queue;
        }

        @Override
        public void start() {
            queue.start();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            queue.close();
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
