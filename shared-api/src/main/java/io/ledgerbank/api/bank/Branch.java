package io.ledgerbank.api.bank;

import java.util.Optional;
import java.util.UUID;

/**
 * A branch of a bank.
 *
 * @param iban of the account that the branch itself has
 */
public record Branch(
        UUID id,
        String name,
        Country country,
        Optional<Bic> bic,
        Optional<RoutingNumber> routingNumber,
        Optional<String> iban) {}
