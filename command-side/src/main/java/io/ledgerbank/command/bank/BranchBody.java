package io.ledgerbank.command.bank;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.Bic;
import io.ledgerbank.api.bank.Branch;
import io.ledgerbank.api.bank.Country;
import io.ledgerbank.api.bank.RoutingNumber;
import java.util.Optional;
import java.util.UUID;

/** A branch that an administrator adds. */
record BranchBody(
        BankName name, Country country, Optional<Bic> bic, Optional<RoutingNumber> routingNumber, Optional<Iban> iban) {

    Branch branch(UUID id) {
        return new Branch(id, name.value(), country, bic, routingNumber, iban.map(Iban::value));
    }
}
