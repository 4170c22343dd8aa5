package io.ledgerbank.saga.bank;

import io.ledgerbank.api.money.CurrencyCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The simulator's list of accounts, where anything may be missing or wrong. */
record AccountsReply(@Nullable List<Item> accounts) {

    record Item(
            @Nullable String accountId,
            @Nullable String name,
            @Nullable String iban,
            @Nullable String currency) {

        BankAccount toAccount() {
            return new BankAccount(
                    Untrusted.id(accountId),
                    Untrusted.text(name),
                    Untrusted.optionalId(iban),
                    CurrencyCode.parse(Untrusted.present(currency)));
        }
    }

    List<BankAccount> toAccounts() {
        return Untrusted.present(accounts).stream().map(Item::toAccount).toList();
    }
}
