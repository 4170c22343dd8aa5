package io.ledgerbank.saga.bank;

import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of an account at a bank.
 *
 * @param id by which the bank knows it, unique within the account
 * @param amount positive for what came in, negative for what went out
 * @param instructionId of the instruction that caused it, if one did
 * @param counterparty the IBAN on the other side, if there is one
 */
public record BankTransaction(
        String id,
        Money amount,
        Instant bookedAt,
        LocalDate valueDate,
        Optional<String> instructionId,
        Optional<String> counterparty,
        String remittanceInformation,
        LineState state) {}
