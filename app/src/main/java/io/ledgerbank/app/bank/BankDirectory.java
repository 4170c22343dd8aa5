package io.ledgerbank.app.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.Integration;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The banks named in the configuration, under {@code ledgerbank.banks.directory}. */
@ConfigurationProperties("ledgerbank.banks")
record BankDirectory(@DefaultValue List<Listing> directory) {

    record Listing(
            String code,
            String name,
            String country,
            URI apiEndpoint,
            @DefaultValue("SIMULATOR") Integration integration) {

        Bank bank() {
            return new Bank(new BankCode(code), name, country, apiEndpoint, integration);
        }
    }

    List<Bank> banks() {
        return directory.stream().map(Listing::bank).toList();
    }
}
