package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.saga.work.QueueSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects the banks that this service knows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BankSettings.class)
class BankConfiguration {

    @Bean
    BankClients bankClients() {
        return new BankClients();
    }

    @Bean
    Verdicts bankVerdicts(MeterRegistry meters, Clock clock) {
        return new Verdicts(new IsoReasons(meters), clock);
    }

    /** Also tells how the banks are doing. */
    @Bean
    Guards bankGuards(BankSettings settings, QueueSettings queues, MeterRegistry meters, Clock clock) {
        int workers = queues.threadsOf(QueueSettings.PAYMENTS);
        return new Guards(bank -> settings.termsOf(bank).leavingOneOf(workers), meters, clock);
    }

    /** Also tells whoever adds banks. */
    @Bean
    AllowedHosts allowedBankHosts(BankSettings settings, Banks banks) {
        return new AllowedHosts(settings.allowedHosts(), banks);
    }

    @Bean
    Connector bankConnector(
            BankClients clients,
            Verdicts bankVerdicts,
            AllowedHosts hosts,
            BankSettings settings,
            MeterRegistry meters,
            Clock clock) {
        return new Connector(clients, hosts, bankVerdicts, settings, meters, clock);
    }

    @Bean
    BankGateways bankGateways(Banks banks, Connector connector, Guards bankGuards, BankSettings settings) {
        return new BankGateways(banks, connector, bankGuards, settings::termsOf);
    }

    @Bean
    BankNotifications bankNotifications(BankSettings settings, Verdicts bankVerdicts, Clock clock) {
        return new BankNotifications(settings, bankVerdicts, clock);
    }
}
