package io.ledgerbank.command.bank;

import io.ledgerbank.api.bank.BankProfile;
import io.ledgerbank.api.bank.BankStatus;
import io.ledgerbank.api.bank.Bic;
import io.ledgerbank.api.bank.Country;
import io.ledgerbank.api.bank.Integration;
import java.net.URI;
import java.util.Optional;

/** What an administrator says of a bank. */
record BankBody(
        BankName name,
        Country country,
        Optional<Bic> bic,
        URI apiEndpoint,
        Optional<Integration> integration,
        Optional<BankStatus> status) {

    BankProfile profile() {
        return new BankProfile(
                name.value(),
                country,
                bic,
                apiEndpoint,
                integration.orElse(Integration.SIMULATOR),
                status.orElse(BankStatus.ACTIVE));
    }
}
