package io.ledgerbank.command.claim;

import io.ledgerbank.command.lane.BatchOrder;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Wires the claims. */
@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {

    @Bean
    @Order(BatchOrder.CLAIMS)
    JdbcClaims claims(ConnectionProvider connections) {
        return new JdbcClaims(connections);
    }
}
