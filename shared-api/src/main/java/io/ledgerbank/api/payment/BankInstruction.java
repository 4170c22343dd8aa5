package io.ledgerbank.api.payment;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What a bank is told to execute.
 *
 * @param instructionId by which the bank recognises a repeat
 * @param deadline after which the outcome of an unanswered attempt counts as unknown
 */
public record BankInstruction(
        PaymentId instructionId,
        int attempt,
        Money amount,
        Iban debtorIban,
        Creditor creditor,
        String remittanceInformation,
        Optional<String> endToEndId,
        Instant deadline) {}
