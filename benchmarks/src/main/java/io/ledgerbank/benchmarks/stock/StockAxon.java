package io.ledgerbank.benchmarks.stock;

import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.benchmarks.bank.NobodyKnown;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.AccountDefaults;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.payment.CreatingPayments;
import io.ledgerbank.command.payment.Payment;
import io.ledgerbank.command.user.KnownUsers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * LedgerBank's own aggregates and handlers, unchanged, on whatever Axon's Spring Boot starter sets up by itself: the JPA
 * event store, the simple command bus, pessimistic locks, no cache.
 */
@EnableAutoConfiguration
class StockAxon {

    /** So high that nothing is refused for it. */
    private static final long LIMIT = 10_000_000_000L;

    private static final Duration DUPLICATE_WINDOW = Duration.ofMinutes(5);

    @Bean
    BankCalendar bankCalendar() {
        return new BankCalendar(Clock.systemUTC(), ZoneOffset.UTC);
    }

    @Bean
    AccountDefaults accountDefaults() {
        return new AccountDefaults(LIMIT, Map.of(AccountType.CHECKING, LIMIT), Map.of());
    }

    @Bean
    KnownUsers users() {
        return new NobodyKnown();
    }

    @Bean
    Claims claims() {
        return new ClaimsInMemory();
    }

    @Bean
    ConfigurerModule decisions(Claims claims, BankCalendar calendar, ObjectProvider<Cache> cache) {
        Banks none = List::of;
        return configurer -> configurer
                .configureAggregate(aggregate(Account.class, cache))
                .configureAggregate(aggregate(Payment.class, cache))
                .registerCommandHandler(axon -> CreatingPayments.of(axon, none, claims, calendar, DUPLICATE_WINDOW));
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type, ObjectProvider<Cache> cache) {
        AggregateConfigurer<A> aggregate = AggregateConfigurer.defaultConfiguration(type);
        cache.ifAvailable(one -> aggregate.configureCache(axon -> one));
        return aggregate;
    }
}
