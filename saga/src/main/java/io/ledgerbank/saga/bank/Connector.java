package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.Bank;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;

/** Makes the gateways to banks, each for the protocol that the bank speaks. Thread-safe. */
record Connector(
        BankClients clients,
        AllowedHosts hosts,
        Verdicts verdicts,
        BankSettings settings,
        MeterRegistry meters,
        Clock clock) {

    BankGateway connect(Bank bank) {
        BankTerms terms = settings.termsOf(bank.code());
        BankGateway gateway =
                switch (bank.integration()) {
                    case SIMULATOR -> new SimulatorGateway(bank, http(terms), verdicts, terms.timeout(), clock);
                    case PAPER ->
                        new SimulatorGateway(bank, http(terms), verdicts, terms.timeout(), clock, new PaperWording());
                    case MONZO -> new MonzoGateway(monzo(bank), settings.linksTo(bank.code()), clock);
                };
        return new MeteredGateway(bank.code(), gateway, meters);
    }

    Optional<BankConsent> consentOf(Bank bank) {
        return bank.integration().linksAccounts()
                ? settings.linksTo(bank.code()).map(terms -> new MonzoConsent(monzo(bank), terms, clock))
                : Optional.empty();
    }

    private MonzoApi monzo(Bank bank) {
        BankTerms terms = settings.termsOf(bank.code());
        return new MonzoApi(bank.apiEndpoint(), http(terms), terms.timeout());
    }

    private BankHttp http(BankTerms terms) {
        return new BankHttp(clients.connectingWithin(terms.connectTimeout()), hosts, clock);
    }
}
