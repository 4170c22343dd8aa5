package io.ledgerbank.command.bank;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankStatus;
import io.ledgerbank.api.bank.Bic;
import io.ledgerbank.api.bank.Country;
import io.ledgerbank.api.bank.Integration;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.net.URI;
import java.util.Optional;

/** A bank that an administrator adds. */
record NewBankBody(
        String code,
        BankName name,
        Country country,
        Optional<Bic> bic,
        URI apiEndpoint,
        Optional<Integration> integration,
        Optional<BankStatus> status) {

    /** @throws RejectedException {@code invalid_bank_code} */
    BankCode bankCode() {
        try {
            return new BankCode(code);
        } catch (RejectedException malformed) {
            throw new RejectedException(Reason.INVALID_BANK_CODE, Reason.INVALID_BANK_CODE.description());
        }
    }

    BankBody body() {
        return new BankBody(name, country, bic, apiEndpoint, integration, status);
    }
}
