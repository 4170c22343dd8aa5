package io.ledgerbank.saga.bank;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerbank.api.money.CurrencyCode;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Monzo answers about accounts, where anything may be missing or wrong. Sums are whole numbers of minor units. */
interface MonzoReplies {

    record Accounts(@Nullable List<Account> accounts) {

        List<BankAccount> toAccounts() {
            return Untrusted.present(accounts).stream().map(Account::toAccount).toList();
        }
    }

    record Account(
            @Nullable String id,
            @Nullable String description,
            @Nullable String currency) {

        BankAccount toAccount() {
            return new BankAccount(
                    Untrusted.id(id),
                    Untrusted.text(description),
                    Optional.empty(),
                    CurrencyCode.parse(Untrusted.present(currency)));
        }
    }

    record Balance(@Nullable Long balance, @Nullable String currency) {

        BankBalance toBalance(Instant asked) {
            return new BankBalance(money(balance, currency), asked);
        }
    }

    record Transactions(@Nullable List<Transaction> transactions) {

        /** What was declined never moved anything and is no line; it counts for where the next part begins all the same. */
        BankTransactions toTransactions() {
            List<Transaction> items = Untrusted.present(transactions);
            return new BankTransactions(
                    items.stream()
                            .filter(item -> !item.isDeclined())
                            .map(Transaction::toTransaction)
                            .toList(),
                    items.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Untrusted.id(items.getLast().id())));
        }
    }

    /** @param settled a time, or nothing, empty or a boolean: Monzo's answers have had all of them */
    record Transaction(
            @Nullable String id,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable String created,
            @Nullable String description,
            @JsonProperty("decline_reason") @Nullable String declineReason,
            @Nullable JsonNode settled) {

        boolean isDeclined() {
            return declineReason != null && !declineReason.isBlank();
        }

        BankTransaction toTransaction() {
            Instant createdAt = time(Untrusted.present(created));
            Optional<Instant> settledAt = settledAt(createdAt);
            return new BankTransaction(
                    Untrusted.id(id),
                    money(amount, currency),
                    createdAt,
                    LocalDate.ofInstant(settledAt.orElse(createdAt), ZoneOffset.UTC),
                    Optional.empty(),
                    Optional.empty(),
                    Untrusted.text(description),
                    settledAt.isPresent() ? LineState.BOOKED : LineState.PENDING);
        }

        private Optional<Instant> settledAt(Instant createdAt) {
            if (settled == null || settled.isNull()) {
                return Optional.empty();
            }
            if (settled.isBoolean()) {
                return settled.booleanValue() ? Optional.of(createdAt) : Optional.empty();
            }
            if (!settled.isString()) {
                throw new Untrusted.Unusable();
            }
            return Optional.of(settled.stringValue())
                    .filter(text -> !text.isBlank())
                    .map(MonzoReplies::time);
        }
    }

    private static Money money(@Nullable Long minorUnits, @Nullable String currency) {
        long units = Untrusted.present(minorUnits);
        if (units > Money.MOST_MINOR_UNITS || units < -Money.MOST_MINOR_UNITS) {
            throw new Untrusted.Unusable();
        }
        return new Money(units, CurrencyCode.parse(Untrusted.present(currency)));
    }

    private static Instant time(String text) {
        try {
            return Untrusted.plausible(Instant.parse(text));
        } catch (DateTimeParseException nonsense) {
            throw new Untrusted.Unusable();
        }
    }
}
