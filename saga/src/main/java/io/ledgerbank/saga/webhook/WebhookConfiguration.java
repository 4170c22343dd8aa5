package io.ledgerbank.saga.webhook;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what remembers deliveries. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    Deliveries deliveries(JdbcClient jdbc, Clock clock) {
        return new Deliveries(jdbc, clock);
    }
}
