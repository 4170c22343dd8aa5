package io.ledgerbank.app.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.Integration;
import io.ledgerbank.app.startup.ConditionalOnEmbeddedDatabase;
import io.ledgerbank.app.startup.DataFolder;
import io.ledgerbank.app.startup.ReportedAddress;
import io.ledgerbank.saga.bank.BankSettings;
import io.ledgerbank.simulator.BankSimulator;
import io.ledgerbank.simulator.HostedBank;
import io.ledgerbank.simulator.NotificationTarget;
import io.ledgerbank.simulator.SimulatorSettings;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** With the embedded default an external bank comes along, in this process but reached over real HTTP. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedDatabase
@ConditionalOnBooleanProperty(name = "ledgerbank.simulator.enabled", matchIfMissing = true)
class SimulatorConfiguration {

    private static final BankCode SIMBANK = new BankCode(HostedBank.SIMBANK.name());
    private static final BankCode OLDBANK = new BankCode(HostedBank.OLDBANK.name());
    private static final BankCode PAPERBANK = new BankCode(HostedBank.PAPERBANK.name());

    @Bean
    BankSimulator bankSimulator(
            DataFolder data,
            BankSettings banks,
            @Value("${ledgerbank.simulator.port}") int port,
            @Value("${server.port}") int ourPort) {
        SimulatorSettings settings = SimulatorSettings.withJournal(data.resolve("simulator/journal.jsonl"))
                .withPort(port);
        return BankSimulator.start(
                notificationsTo(ourPort, banks).map(settings::withNotifications).orElse(settings));
    }

    /** A port that is chosen only when our server starts cannot be told to a bank that starts before. */
    private static Optional<NotificationTarget> notificationsTo(int port, BankSettings banks) {
        if (port == 0) {
            return Optional.empty();
        }
        return banks.webhookSecretOf(SIMBANK)
                .map(secret -> new NotificationTarget(
                        URI.create("http://127.0.0.1:" + port + "/api/webhooks/" + SIMBANK), secret));
    }

    @Bean
    Bank simulatedBank(BankSimulator simulator) {
        return new Bank(SIMBANK, "Simulated Bank", "GB", simulator.url());
    }

    /** An installation that can be tried with a bank that neither knows repeats nor answers questions. */
    @Bean
    Bank oldBank(BankSimulator simulator) {
        return new Bank(OLDBANK, "Old Bank", "GB", simulator.url(HostedBank.OLDBANK));
    }

    /** An installation that can be tried with a bank that has codes and dates of its own. */
    @Bean
    Bank paperBank(BankSimulator simulator) {
        return new Bank(PAPERBANK, "Paper Bank", "GB", simulator.url(HostedBank.PAPERBANK), Integration.PAPER);
    }

    @Bean
    ReportedAddress simulatorAddress(BankSimulator simulator) {
        return new ReportedAddress("Bank simulator", simulator.url().toString());
    }
}
