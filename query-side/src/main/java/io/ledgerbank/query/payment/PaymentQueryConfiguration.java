package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.FailedWork;
import io.ledgerbank.api.payment.SagaFinder;
import io.ledgerbank.query.audit.EventLog;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.ProjectionProcessors;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds the payment and saga projections and wires the answers about both. */
@Configuration(proxyBeanMethods = false)
class PaymentQueryConfiguration {

    @Bean
    ConfigurerModule paymentProjection(ProjectionProcessors processors) {
        return processors.feed(ProjectionName.PAYMENTS, PaymentProjection::new);
    }

    @Bean
    ConfigurerModule sagaProjection(ProjectionProcessors processors) {
        return processors.feed(ProjectionName.SAGAS, SagaProjection::new);
    }

    @Bean
    PaymentQueries paymentQueries(PaymentRows payments, JdbcClient jdbc, EntityManager entities) {
        return new PaymentQueries(payments, new PaymentCounts(jdbc), entities);
    }

    @Bean
    PaymentHistories paymentHistories(EventStore log) {
        return new PaymentHistories(log);
    }

    @Bean
    PaymentCauses paymentCauses(EventStore log) {
        return new PaymentCauses(log);
    }

    @Bean
    PaymentFeed paymentFeed(EventStore log) {
        return new PaymentFeed(log);
    }

    @Bean
    PaymentStreams paymentStreams(PaymentHistories histories, PaymentFeed feed) {
        return new PaymentStreams(histories, feed);
    }

    /** Before the web server waits for open requests to end. */
    @Bean
    ApplicationListener<ContextClosedEvent> paymentStreamsEnd(PaymentFeed feed) {
        return closing -> feed.close();
    }

    @Bean
    SagaQueries sagaQueries(
            SagaRows sagas,
            JdbcClient jdbc,
            EventLog log,
            EventStore store,
            EntityManager entities,
            ObjectProvider<FailedWork> failedWork,
            Clock clock) {
        return new SagaQueries(
                sagas,
                new SagaCounts(jdbc),
                log,
                new SagaStories(store),
                entities,
                failedWork.getIfAvailable(() -> Map::of),
                clock);
    }

    @Bean
    SagaFinder sagaFinder(JdbcClient jdbc, ObjectProvider<FailedWork> failedWork, Clock clock) {
        return new FindingSagas(jdbc, failedWork.getIfAvailable(() -> Map::of), clock);
    }
}
