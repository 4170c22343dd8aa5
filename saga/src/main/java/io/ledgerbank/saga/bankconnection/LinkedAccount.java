package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * An account that a customer has at an outside bank.
 *
 * @param externalId by which the bank knows it
 * @param balance as the bank said at {@code balanceAt}
 */
record LinkedAccount(
        UUID id,
        String externalId,
        String name,
        Optional<String> iban,
        Currency currency,
        Optional<Money> balance,
        Optional<Instant> balanceAt) {}
