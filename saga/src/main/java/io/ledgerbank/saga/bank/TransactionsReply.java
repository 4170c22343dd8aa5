package io.ledgerbank.saga.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the simulator's lines of an account, where anything may be missing or wrong. */
record TransactionsReply(
        @Nullable List<Item> transactions, @Nullable String next) {

    record Item(
            @Nullable String transactionId,
            BankReply.@Nullable Amount amount,
            @Nullable Instant bookedAt,
            @Nullable LocalDate valueDate,
            @Nullable String instructionId,
            @Nullable String counterpartyIban,
            @Nullable String remittanceInformation) {

        BankTransaction toTransaction() {
            return new BankTransaction(
                    Untrusted.id(transactionId),
                    Untrusted.money(amount),
                    Untrusted.plausible(Untrusted.present(bookedAt)),
                    Untrusted.present(valueDate),
                    Untrusted.optionalId(instructionId),
                    Untrusted.optionalId(counterpartyIban),
                    Untrusted.text(remittanceInformation),
                    LineState.BOOKED);
        }
    }

    BankTransactions toTransactions() {
        return new BankTransactions(
                Untrusted.present(transactions).stream()
                        .map(Item::toTransaction)
                        .toList(),
                Untrusted.optionalId(next));
    }
}
