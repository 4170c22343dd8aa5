package io.ledgerbank.command.bank;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankProfile;
import io.ledgerbank.api.bank.BankStatus;
import io.ledgerbank.api.bank.Bic;
import io.ledgerbank.api.bank.Country;
import io.ledgerbank.api.bank.Integration;
import java.net.URI;
import java.util.Optional;

/** A bank as the administrator who keeps it sees it. */
record KnownBankDetails(
        BankCode code,
        String name,
        Country country,
        Optional<Bic> bic,
        URI apiEndpoint,
        Integration integration,
        BankStatus status) {

    static KnownBankDetails of(BankCode code, BankProfile profile) {
        return new KnownBankDetails(
                code,
                profile.name(),
                profile.country(),
                profile.bic(),
                profile.apiEndpoint(),
                profile.integration(),
                profile.status());
    }
}
