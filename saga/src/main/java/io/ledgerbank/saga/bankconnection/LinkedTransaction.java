package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.money.Money;
import io.ledgerbank.saga.bank.LineState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of an account that a customer has at an outside bank.
 *
 * @param externalId by which the bank knows it
 * @param amount positive for what came in, negative for what went out
 */
record LinkedTransaction(
        UUID id,
        UUID accountId,
        String externalId,
        Money amount,
        LineState state,
        Instant bookedAt,
        LocalDate valueDate,
        Optional<String> counterparty,
        String description) {}
