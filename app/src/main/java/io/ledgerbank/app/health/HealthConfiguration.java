package io.ledgerbank.app.health;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what is asked for the service's health. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    Readiness readiness(DataSource database, org.axonframework.config.Configuration axon) {
        return new Readiness(database, axon);
    }
}
