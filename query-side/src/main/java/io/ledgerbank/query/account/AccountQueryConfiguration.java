package io.ledgerbank.query.account;

import io.ledgerbank.api.ledger.SettlementBook;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.ProjectionProcessors;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneId;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds the account and entry projections and wires the answers about accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountQueryConfiguration.CalendarProperties.class)
class AccountQueryConfiguration {

    /** @param zone in whose days the bank books, for the houses that book and those that show it alike */
    @ConfigurationProperties("ledgerbank.calendar")
    record CalendarProperties(@DefaultValue("UTC") ZoneId zone) {}

    @Bean
    ConfigurerModule accountProjection(ProjectionProcessors processors) {
        return processors.feed(ProjectionName.ACCOUNTS, AccountProjection::new);
    }

    @Bean
    ConfigurerModule entryProjection(ProjectionProcessors processors) {
        return processors.feed(ProjectionName.ENTRIES, EntryProjection::new);
    }

    @Bean
    SettlementBook settlementBook(JdbcClient jdbc) {
        return new SettlementLines(jdbc);
    }

    @Bean
    AccountQueries accountQueries(
            AccountRows accounts, JdbcClient jdbc, EntityManager entities, Clock clock, CalendarProperties calendar) {
        Clock local = clock.withZone(calendar.zone());
        KnowledgeReader knowledge = new KnowledgeReader(jdbc);
        return new AccountQueries(
                accounts,
                new BalanceReader(jdbc, knowledge, clock),
                new PastBalances(jdbc, knowledge, local),
                entities,
                local);
    }

    @Bean
    BalancesByPosition balancesByPosition(JdbcClient jdbc, Clock clock, CalendarProperties calendar) {
        KnowledgeReader knowledge = new KnowledgeReader(jdbc);
        Clock local = clock.withZone(calendar.zone());
        return new BalancesByPosition(new PastBalances(jdbc, knowledge, local), knowledge, local);
    }
}
