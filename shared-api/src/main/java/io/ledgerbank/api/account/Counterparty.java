package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import java.util.Optional;

/**
 * The other side of a debit or credit, as the account's owner sees it.
 *
 * @param name present when the payment named it; the names of our own customers are not told to each other
 * @param accountId present when the other side is an account of ours
 */
public record Counterparty(Optional<String> name, Optional<Iban> iban, Optional<AccountId> accountId) {

    public static Counterparty cash() {
        return new Counterparty(Optional.of("Cash"), Optional.empty(), Optional.empty());
    }

    public static Counterparty ours(AccountId accountId, Iban iban) {
        return new Counterparty(Optional.empty(), Optional.of(iban), Optional.of(accountId));
    }

    public static Counterparty external(String name, Iban iban) {
        return new Counterparty(Optional.of(name), Optional.of(iban), Optional.empty());
    }
}
