package io.ledgerbank.app.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.app.startup.ConditionalOnEmbeddedDatabase;
import io.ledgerbank.app.startup.DataFolder;
import io.ledgerbank.app.startup.ReportedAddress;
import io.ledgerbank.app.startup.StartupRefused;
import io.ledgerbank.simulator.BankSimulator;
import io.ledgerbank.simulator.SimulatorCannotStart;
import io.ledgerbank.simulator.SimulatorSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** With the embedded default an external bank comes along, in this process but reached over real HTTP. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedDatabase
@ConditionalOnBooleanProperty(name = "ledgerbank.simulator.enabled", matchIfMissing = true)
class SimulatorConfiguration {

    private static final BankCode SIMBANK = new BankCode("SIMBANK");

    @Bean
    BankSimulator bankSimulator(DataFolder data, @Value("${ledgerbank.simulator.port:8090}") int port) {
        try {
            return BankSimulator.start(SimulatorSettings.withJournal(data.resolve("simulator/journal.jsonl"))
                    .withPort(port));
        } catch (SimulatorCannotStart e) {
            throw new StartupRefused(e.getMessage(), e);
        }
    }

    @Bean
    Bank simulatedBank(BankSimulator simulator) {
        return new Bank(SIMBANK, "Simulated Bank", "GB", simulator.url());
    }

    @Bean
    ReportedAddress simulatorAddress(BankSimulator simulator) {
        return new ReportedAddress("Bank simulator", simulator.url().toString());
    }
}
