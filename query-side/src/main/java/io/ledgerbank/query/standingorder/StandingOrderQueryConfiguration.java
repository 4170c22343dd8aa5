package io.ledgerbank.query.standingorder;

import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.ProjectionProcessors;
import jakarta.persistence.EntityManager;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds the projection of standing orders and wires the answers about them. */
@Configuration(proxyBeanMethods = false)
class StandingOrderQueryConfiguration {

    @Bean
    ConfigurerModule standingOrderProjection(ProjectionProcessors processors) {
        return processors.feed(ProjectionName.STANDING_ORDERS, StandingOrderProjection::new);
    }

    @Bean
    StandingOrderQueries standingOrderQueries(StandingOrderRows orders, JdbcClient jdbc, EntityManager entities) {
        return new StandingOrderQueries(orders, new MadePayments(jdbc), entities);
    }
}
