package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.saga.bank.BankGateways;
import io.ledgerbank.saga.banking.Errand;
import io.ledgerbank.saga.work.WorkQueue;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires links to outside banks: their secrets, what is read with them, and who reads it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionSettings.class)
class BankConnectionConfiguration {

    @Bean
    Seal tokenSeal(ObjectProvider<TokenKeys> keys) {
        return new Seal(keys.getIfAvailable(TokenKeys::none));
    }

    @Bean
    TokenVault tokenVault(JdbcClient jdbc, Seal seal, Clock clock) {
        return new TokenVault(jdbc, seal, clock);
    }

    @Bean
    Connections bankConnections(EventStore log) {
        return new Connections(log);
    }

    @Bean
    ConnectionTable connectionTable(JdbcClient jdbc) {
        return new ConnectionTable(jdbc);
    }

    @Bean
    LinkedAccounts linkedAccounts(JdbcClient jdbc) {
        return new LinkedAccounts(jdbc);
    }

    @Bean
    LinkedTransactions linkedTransactions(JdbcClient jdbc) {
        return new LinkedTransactions(jdbc);
    }

    @Bean
    Syncing syncing(
            BankGateways banks,
            TokenVault vault,
            ConnectionTable table,
            LinkedAccounts accounts,
            LinkedTransactions lines,
            DataSource dataSource,
            Clock clock) {
        return new Syncing(banks, vault, table, accounts, lines, transactions(dataSource), clock);
    }

    @Bean
    Errand syncErrand(
            Connections connections,
            ConnectionTable table,
            BankGateways banks,
            TokenVault vault,
            LinkedAccounts accounts,
            Syncing syncing,
            CommandGateway commands,
            ConnectionSettings settings,
            Clock clock) {
        var forgetting = new Forgetting(banks, vault, accounts, clock);
        return new SyncWorker(connections, table, syncing, forgetting, commands, settings.syncEvery(), clock);
    }

    @Bean
    Syncs syncs(ConnectionTable table, @Qualifier("bankingQueue") WorkQueue queue, DataSource dataSource, Clock clock) {
        return new Syncs(table, queue, transactions(dataSource), clock);
    }

    @Bean
    Linking linking(
            Banks known,
            BankGateways banks,
            ConnectionTable table,
            JdbcClient jdbc,
            Seal seal,
            TokenVault vault,
            Syncs syncs,
            CommandGateway commands,
            ConnectionSettings settings,
            Clock clock) {
        var links = new Links(jdbc, seal, settings.linkWithin(), clock);
        return new Linking(known, banks, table, links, vault, syncs, commands, clock);
    }

    @Bean
    OwnConnections ownConnections(
            Connections connections,
            ConnectionTable table,
            LinkedAccounts accounts,
            LinkedTransactions lines,
            Syncs syncs,
            CommandGateway commands) {
        return new OwnConnections(connections, table, accounts, lines, syncs, commands);
    }

    private static TransactionTemplate transactions(DataSource dataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }
}
