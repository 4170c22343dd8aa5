package io.ledgerbank.app.health;

import io.ledgerbank.command.audit.Evidence;
import io.ledgerbank.command.lane.LaneLife;
import io.ledgerbank.query.projection.ProjectionProcessors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what is asked for the service's health. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    Readiness readiness(
            DataSource database,
            LaneLife lane,
            org.axonframework.config.Configuration axon,
            ProjectionProcessors projections) {
        return new Readiness(database, lane, axon, projections);
    }

    /** Named {@code eventLog} among the components of health. */
    @Bean
    LogHealth eventLogHealthIndicator(Evidence evidence) {
        return new LogHealth(evidence);
    }
}
