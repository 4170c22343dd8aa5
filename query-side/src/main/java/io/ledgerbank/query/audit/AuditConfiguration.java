package io.ledgerbank.query.audit;

import jakarta.persistence.EntityManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Wires the answers to auditors. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    EventLog eventLog(EntityManager entities, JsonMapper json) {
        return new EventLog(entities, new EventReader(json));
    }

    @Bean
    Checkpoints checkpoints(EntityManager entities) {
        return new Checkpoints(entities);
    }

    @Bean
    TrialBalances trialBalances(JdbcClient jdbc) {
        return new TrialBalances(jdbc);
    }
}
