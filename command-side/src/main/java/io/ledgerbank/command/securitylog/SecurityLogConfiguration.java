package io.ledgerbank.command.securitylog;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the security log. */
@Configuration(proxyBeanMethods = false)
class SecurityLogConfiguration {

    @Bean
    SecurityLog securityLog(JdbcClient jdbc, Clock clock) {
        return new JdbcSecurityLog(jdbc, clock);
    }

    @Bean
    SecurityEvents securityEvents(JdbcClient jdbc) {
        return new SecurityEvents(jdbc);
    }
}
