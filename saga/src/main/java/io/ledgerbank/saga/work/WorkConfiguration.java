package io.ledgerbank.saga.work;

import io.ledgerbank.api.bank.BankHealth;
import io.ledgerbank.api.bank.Banks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires what is the same for all queues. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueueSettings.class)
class WorkConfiguration {

    @Bean
    WorkTelemetry workTelemetry(MeterRegistry meters, ObjectProvider<ObservationRegistry> observations) {
        return new WorkTelemetry(meters, observations.getIfAvailable(ObservationRegistry::create));
    }

    @Bean
    SmartLifecycle queueLifecycle(WorkQueues queues) {
        return new QueueLifecycle(queues);
    }

    @Bean
    DeadLetters deadLetters(JdbcClient jdbc) {
        return new DeadLetters(jdbc);
    }

    @Bean
    KeptCatalogues keptCatalogues(JdbcClient jdbc) {
        return new KeptCatalogues(jdbc);
    }

    @Bean
    Followers followers(DataSource dataSource, MeterRegistry meters, Clock clock) {
        return new Followers(dataSource, meters, clock);
    }

    @Bean
    DecidingDeadLetters decidingDeadLetters(
            DeadLetters letters,
            WorkQueues queues,
            EventStore log,
            Followers followers,
            DataSource dataSource,
            StillNeeded stillNeeded,
            Clock clock) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        var events = new EventLetters(JdbcClient.create(dataSource), transactions, log, followers, clock);
        return new DecidingDeadLetters(letters, queues, events, stillNeeded, clock);
    }

    @Bean
    QueueReports queueReports(
            JdbcClient jdbc, WorkQueues queues, DeadLetters letters, Banks banks, BankHealth health, Clock clock) {
        return new QueueReports(jdbc, queues, letters, banks, health, clock);
    }

    @Bean
    MeterBinder deadLetterMeters(DeadLetters letters) {
        return new DeadLetterMeters(letters);
    }
}
