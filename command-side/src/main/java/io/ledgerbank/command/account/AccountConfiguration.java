package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountChange;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.command.approval.Approvals;
import io.ledgerbank.command.approval.ProposalKind;
import io.ledgerbank.command.eventtype.StoredType;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.lane.TouchedStreams;
import io.ledgerbank.command.user.AccountsOfUsers;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what decides about accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    AccountConfiguration.AccountProperties.class,
    AccountConfiguration.CalendarProperties.class
})
class AccountConfiguration {

    private static final int ACCOUNT_REVISION = 5;

    private static final String OPENED_BY =
            "SELECT stream_id FROM eventlog.event WHERE type = 'AccountOpened' AND payload ->> 'ownerId' = ?";

    /**
     * @param singleLimit the most that one payment may debit from a new account, in whole units of its currency
     * @param dailyLimit likewise all payments of a day, for types that have another than usual
     * @param monthlyLimit likewise all payments of a month
     * @param snapshotEvery after how many events of an account its state is kept, so that loading stays short
     */
    @ConfigurationProperties("ledgerbank.accounts")
    record AccountProperties(
            @DefaultValue("10000") long singleLimit,
            @DefaultValue Map<AccountType, Long> dailyLimit,
            @DefaultValue Map<AccountType, Long> monthlyLimit,
            @DefaultValue("100") int snapshotEvery) {}

    /** @param zone in whose days the bank books */
    @ConfigurationProperties("ledgerbank.calendar")
    record CalendarProperties(@DefaultValue("UTC") ZoneId zone) {}

    @Bean
    BankCalendar bankCalendar(Clock clock, CalendarProperties properties) {
        return new BankCalendar(clock, properties.zone());
    }

    @Bean
    AccountDefaults accountDefaults(AccountProperties properties) {
        return new AccountDefaults(properties.singleLimit(), properties.dailyLimit(), properties.monthlyLimit());
    }

    @Bean
    ConfigurerModule accountAggregate(
            AccountProperties properties, BankCalendar calendar, AccountDefaults defaults, AggregateCache aggregates) {
        return configurer -> configurer
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Account.class)
                        .configureLockFactory(axon -> NullLockFactory.INSTANCE)
                        .configureFilterEventsByType(axon -> true)
                        .configureCache(axon -> aggregates.lasting())
                        .configureSnapshotTrigger(axon -> new EventCountSnapshotTriggerDefinition(
                                axon.snapshotter(), properties.snapshotEvery())))
                .registerComponent(
                        ChangingAccounts.class,
                        axon -> new ChangingAccounts(
                                axon.repository(Account.class), calendar, defaults, axon.getComponent(Approvals.class)))
                .registerCommandHandler(axon -> axon.getComponent(ChangingAccounts.class));
    }

    @Bean
    ConfigurerModule accountsOfUsers(JdbcClient jdbc) {
        return configurer -> configurer.registerComponent(
                AccountsOfUsers.class,
                axon -> new LoggedAccounts(
                        owner -> jdbc.sql(OPENED_BY)
                                .param(owner.toString())
                                .query(String.class)
                                .list(),
                        axon.repository(Account.class)));
    }

    @Bean
    ProposalKind<Proposal.Unfreezing> unfreezing() {
        return new ProposalKind<>(
                Proposal.Unfreezing.class, axon -> new UnfreezingByTwo(axon.getComponent(ChangingAccounts.class)));
    }

    @Bean
    ProposalKind<Proposal.RaisingLimits> raisingLimits() {
        return new ProposalKind<>(
                Proposal.RaisingLimits.class,
                axon -> new RaisingLimitsByTwo(axon.getComponent(ChangingAccounts.class)));
    }

    @Bean
    TouchedStreams<AccountChange> accountOfChange() {
        return new TouchedStreams<>(AccountChange.class, change -> Stream.of(change.accountId()));
    }

    /** Whoever changes the fields of {@link Account} raises the revision. */
    @Bean
    StoredType accountSnapshot() {
        return new StoredType("Account", Account.class, ACCOUNT_REVISION);
    }

    @Bean
    AccountAnswers accountAnswers(EventStore events) {
        return new AccountAnswers(events);
    }
}
