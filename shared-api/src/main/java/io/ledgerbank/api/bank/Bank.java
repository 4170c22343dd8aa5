package io.ledgerbank.api.bank;

import java.net.URI;
import java.util.Optional;

/**
 * An external bank that payments can go to.
 *
 * @param country ISO 3166-1 alpha-2
 * @param apiEndpoint where its API is
 * @param integration whose protocol it speaks
 */
public record Bank(
        BankCode code,
        String name,
        String country,
        URI apiEndpoint,
        Integration integration,
        BankStatus status,
        Optional<Bic> bic) {

    /** A bank that speaks the simulator's protocol. */
    public Bank(BankCode code, String name, String country, URI apiEndpoint) {
        this(code, name, country, apiEndpoint, Integration.SIMULATOR);
    }

    public Bank(BankCode code, String name, String country, URI apiEndpoint, Integration integration) {
        this(code, name, country, apiEndpoint, integration, BankStatus.ACTIVE, Optional.empty());
    }

    static Bank of(BankCode code, BankProfile profile) {
        return new Bank(
                code,
                profile.name(),
                profile.country().code(),
                profile.apiEndpoint(),
                profile.integration(),
                profile.status(),
                profile.bic());
    }
}
