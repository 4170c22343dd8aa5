package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.ledger.SettlementBook;
import io.ledgerbank.saga.bank.BankGateways;
import io.ledgerbank.saga.banking.Errand;
import io.ledgerbank.saga.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the comparison of our ledger with the banks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationSettings.class)
class ReconciliationConfiguration {

    @Bean
    Runs reconciliationRuns(JdbcClient jdbc) {
        return new Runs(jdbc);
    }

    @Bean
    Breaks reconciliationBreaks(JdbcClient jdbc, DataSource dataSource, Clock clock) {
        return new Breaks(jdbc, transactions(dataSource), clock);
    }

    @Bean
    BreakMeters breakMeters(JdbcClient jdbc, MeterRegistry meters) {
        return new BreakMeters(jdbc, meters);
    }

    @Bean
    Errand reconcilingErrand(
            Banks banks,
            BankGateways gateways,
            SettlementBook book,
            JdbcClient jdbc,
            Runs runs,
            BreakMeters meters,
            DataSource dataSource,
            ReconciliationSettings settings,
            Clock clock) {
        var reading = new Reading(book, new Lines(jdbc), transactions(dataSource));
        return new Reconciling(
                banks,
                gateways,
                reading,
                new Matching(jdbc),
                runs,
                meters,
                transactions(dataSource),
                settings.grace(),
                clock);
    }

    /** It orders through the queue that it works for. */
    @Bean
    Errand dailyErrand(ObjectProvider<OrderingRuns> ordering, ReconciliationSettings settings, Clock clock) {
        return new DailyErrand(ordering::getObject, new EveryDay(settings.at()), clock);
    }

    @Bean
    OrderingRuns orderingRuns(
            Runs runs,
            @Qualifier("bankingQueue") WorkQueue queue,
            DataSource dataSource,
            ReconciliationSettings settings,
            Clock clock) {
        return new OrderingRuns(runs, queue, transactions(dataSource), new EveryDay(settings.at()), clock);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> dailyReconciliation(OrderingRuns ordering, BreakMeters meters) {
        return ready -> {
            ordering.orderDaily();
            meters.look();
        };
    }

    private static TransactionTemplate transactions(DataSource dataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }
}
