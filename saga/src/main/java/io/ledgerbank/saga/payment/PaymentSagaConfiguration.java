package io.ledgerbank.saga.payment;

import io.ledgerbank.saga.bank.BankGateways;
import io.ledgerbank.saga.bank.BankSettings;
import io.ledgerbank.saga.work.CarefulHandler;
import io.ledgerbank.saga.work.DeadLetters;
import io.ledgerbank.saga.work.Followers;
import io.ledgerbank.saga.work.LogFollower;
import io.ledgerbank.saga.work.QueueSettings;
import io.ledgerbank.saga.work.WorkQueue;
import io.ledgerbank.saga.work.WorkQueues;
import io.ledgerbank.saga.work.WorkTelemetry;
import io.ledgerbank.saga.work.Workplace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Wires the payment saga: the processor that follows the log, the queue it fills and the worker that empties it. */
@Configuration(proxyBeanMethods = false)
class PaymentSagaConfiguration {

    private static final String QUEUE = QueueSettings.PAYMENTS;
    private static final String SCHEDULES = "schedules";

    @Bean
    ExternalPayments externalPayments(EventStore eventStore) {
        return new ExternalPayments(eventStore);
    }

    /** A request that was sent at the last moment is given the time of a whole call to arrive. */
    @Bean
    PaymentProcess paymentProcess(BankSettings banks) {
        return new PaymentProcess(banks.longestTimeout());
    }

    @Bean
    PaymentWorker paymentWorker(
            ExternalPayments payments,
            PaymentProcess process,
            BankGateways banks,
            CommandGateway commands,
            Clock clock) {
        return new PaymentWorker(payments, process, banks, commands, clock);
    }

    @Bean
    WorkQueues workQueues(
            DataSource dataSource, Clock clock, QueueSettings queues, BankSettings banks, WorkTelemetry telemetry) {
        return new WorkQueues(new Workplace(dataSource, clock, banks.longestTimeout(), telemetry), queues);
    }

    @Bean(destroyMethod = "")
    @Primary
    WorkQueue paymentQueue(WorkQueues queues, PaymentWorker worker) {
        return queues.queue(QUEUE, worker);
    }

    @Bean
    ExecutionWorker executionWorker(CommandGateway commands) {
        return new ExecutionWorker(commands);
    }

    @Bean(destroyMethod = "")
    WorkQueue scheduleQueue(WorkQueues queues, ExecutionWorker worker) {
        return queues.queue(SCHEDULES, worker);
    }

    /** What is stuck, and what of it must not be dismissed. */
    @Bean
    StuckPayments stuckPayments(DeadLetters letters, ExternalPayments payments) {
        return new StuckPayments(letters, payments, List.of(QUEUE, SCHEDULES, PaymentSaga.NAME));
    }

    @Bean
    PaymentTimers paymentTimers(@Qualifier("scheduleQueue") WorkQueue scheduleQueue, ExternalPayments payments) {
        return new PaymentTimers(scheduleQueue, payments);
    }

    @Bean
    PaymentSaga paymentSaga(
            ExternalPayments payments,
            PaymentProcess process,
            BankGateways banks,
            WorkQueue paymentQueue,
            MeterRegistry meters) {
        return new PaymentSaga(payments, process, banks, paymentQueue, meters);
    }

    /** The saga comes late, because its worker sends commands, and whoever handles those is wired here. */
    @Bean
    ConfigurerModule paymentSagaProcessor(
            ObjectProvider<PaymentSaga> saga,
            ObjectProvider<PaymentTimers> timers,
            ObjectProvider<Followers> followers,
            DataSource dataSource) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            processing.registerEventHandler(
                    config -> followers.getObject().careful(PaymentSaga.NAME, saga.getObject(), timers.getObject()));
            new LogFollower(PaymentSaga.NAME, dataSource).register(processing, CarefulHandler.named(PaymentSaga.NAME));
        };
    }
}
