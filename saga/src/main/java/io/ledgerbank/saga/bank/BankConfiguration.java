package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.Banks;
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
    Guards bankGuards(BankSettings settings, MeterRegistry meters, Clock clock) {
        return new Guards(settings::termsOf, meters, clock);
    }

    @Bean
    SimulatorConnector simulatorConnector(
            BankClients clients, Verdicts bankVerdicts, BankSettings settings, MeterRegistry meters, Clock clock) {
        return new SimulatorConnector(clients, bankVerdicts, settings, meters, clock);
    }

    @Bean
    BankGateways bankGateways(Banks banks, SimulatorConnector connector, Guards bankGuards, BankSettings settings) {
        return new BankGateways(banks, connector::connect, bankGuards, settings::termsOf);
    }

    @Bean
    BankNotifications bankNotifications(BankSettings settings, Verdicts bankVerdicts, Clock clock) {
        return new BankNotifications(settings, bankVerdicts, clock);
    }

    /** Makes the gateway of a bank that speaks the simulator's protocol. */
    record SimulatorConnector(
            BankClients clients, Verdicts verdicts, BankSettings settings, MeterRegistry meters, Clock clock) {

        BankGateway connect(Bank bank) {
            BankTerms terms = settings.termsOf(bank.code());
            BankHttp http = new BankHttp(clients.connectingWithin(terms.connectTimeout()), clock);
            return new MeteredGateway(
                    bank.code(), new SimulatorGateway(bank, http, verdicts, terms.timeout(), clock), meters);
        }
    }
}
