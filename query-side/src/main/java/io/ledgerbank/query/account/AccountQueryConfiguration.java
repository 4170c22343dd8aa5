package io.ledgerbank.query.account;

import io.ledgerbank.api.ledger.SettlementBook;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.ProjectionProcessors;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.cache.support.NoOpCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds the account and entry projections and wires the answers about accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountQueryConfiguration.CalendarProperties.class)
class AccountQueryConfiguration {

    private static final String BALANCES = "balances";

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

    /** Longer than any cache keeps a balance. */
    @Bean
    ChangedAccounts changedAccounts() {
        return new ChangedAccounts(Duration.ofMinutes(2));
    }

    /** Where nobody provides a cache, every balance is read. */
    @Bean
    RecentBalances recentBalances(
            JdbcClient jdbc, Clock clock, ChangedAccounts changed, ObjectProvider<CacheManager> caches) {
        Cache cache = Optional.ofNullable(caches.getIfAvailable())
                .map(manager -> manager.getCache(BALANCES))
                .orElseGet(() -> new NoOpCache(BALANCES));
        return new RecentBalances(new BalanceReader(jdbc, new KnowledgeReader(jdbc), clock), cache, changed);
    }

    @Bean
    ConfigurerModule balanceEviction(ChangedAccounts changed, RecentBalances balances, JdbcClient jdbc) {
        BalanceEviction eviction = new BalanceEviction(changed, balances, jdbc);
        return configurer -> configurer.onInitialize(axon -> {
            axon.onStart(Phase.INBOUND_EVENT_CONNECTORS, () -> eviction.start(axon.eventStore()));
            axon.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, eviction::stop);
        });
    }

    @Bean
    SettlementBook settlementBook(JdbcClient jdbc) {
        return new SettlementLines(jdbc);
    }

    @Bean
    AccountQueries accountQueries(
            AccountRows accounts,
            RecentBalances balances,
            JdbcClient jdbc,
            EntityManager entities,
            Clock clock,
            CalendarProperties calendar) {
        Clock local = clock.withZone(calendar.zone());
        return new AccountQueries(
                accounts, balances, new PastBalances(jdbc, new KnowledgeReader(jdbc), local), entities, local);
    }

    @Bean
    BalancesByPosition balancesByPosition(JdbcClient jdbc, Clock clock, CalendarProperties calendar) {
        KnowledgeReader knowledge = new KnowledgeReader(jdbc);
        Clock local = clock.withZone(calendar.zone());
        return new BalancesByPosition(new PastBalances(jdbc, knowledge, local), knowledge, local);
    }
}
