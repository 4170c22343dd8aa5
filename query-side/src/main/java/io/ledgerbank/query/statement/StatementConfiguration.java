package io.ledgerbank.query.statement;

import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.account.BalancesByPosition;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the statements of accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatementConfiguration.StatementProperties.class)
class StatementConfiguration {

    /**
     * @param bankName the name that customers know the bank by
     * @param fonts TrueType files, asked for letters that DejaVu Sans does not have
     */
    @ConfigurationProperties("ledgerbank.statements")
    record StatementProperties(
            @DefaultValue("LedgerBank") String bankName,
            @DefaultValue List<Path> fonts) {}

    @Bean
    Statements statements(AccountQueries accounts, BalancesByPosition balances, JdbcClient jdbc, EventStore log) {
        return new Statements(accounts, balances, new StatementRows(jdbc), new Holders(log), balances.calendar());
    }

    @Bean
    CsvStatement csvStatement() {
        return new CsvStatement();
    }

    @Bean
    PdfStatement pdfStatement(StatementProperties properties) {
        return new PdfStatement(properties.bankName(), new FontFiles(properties.fonts()));
    }

    @Bean
    CamtStatement camtStatement(StatementProperties properties, BalancesByPosition balances) {
        return new CamtStatement(properties.bankName(), balances.calendar().getZone());
    }
}
