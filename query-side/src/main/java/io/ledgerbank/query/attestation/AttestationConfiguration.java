package io.ledgerbank.query.attestation;

import io.ledgerbank.api.audit.Signatory;
import io.ledgerbank.query.account.BalancesByPosition;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires the attestations. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttestationConfiguration.AttestationProperties.class)
class AttestationConfiguration {

    /** @param at times of the day in the bank's zone; without any, attestations are made on request only */
    @ConfigurationProperties("ledgerbank.attestations")
    record AttestationProperties(@DefaultValue("02:00") List<LocalTime> at) {}

    @Bean
    AttestationTable attestationTable(JdbcClient jdbc) {
        return new AttestationTable(jdbc);
    }

    @Bean
    Attestations attestations(AttestationTable table, EntityManager entities, Clock clock) {
        return new Attestations(table, entities, clock);
    }

    @Bean
    Attesting attesting(
            EventStore log,
            AttestationTable table,
            Signatory signatory,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return new Attesting(log, table, signatory, snapshot, jdbc, json, clock);
    }

    @Bean
    AttestationSchedule attestationSchedule(
            Attesting attesting,
            AttestationTable table,
            DataSource database,
            BalancesByPosition balances,
            AttestationProperties properties) {
        return new AttestationSchedule(attesting, table, database, balances.calendar(), properties.at());
    }
}
