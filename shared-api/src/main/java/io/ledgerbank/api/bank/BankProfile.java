package io.ledgerbank.api.bank;

import java.net.URI;
import java.util.Optional;

/**
 * What is said of a bank.
 *
 * @param apiEndpoint where its API is
 * @param integration whose protocol it speaks
 */
public record BankProfile(
        String name, Country country, Optional<Bic> bic, URI apiEndpoint, Integration integration, BankStatus status) {}
