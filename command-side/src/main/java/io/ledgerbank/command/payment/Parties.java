package io.ledgerbank.command.payment;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.AccountFacts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** The accounts of ours that one order touches, as far as they exist, loaded. */
record Parties(Optional<Aggregate<Account>> debtor, Optional<Aggregate<Account>> creditor) {

    /** In the order of ids: where a repository locks what it loads, two transfers cannot wait for each other. */
    static Parties of(PaymentOrder order, Repository<Account> accounts) {
        Map<AccountId, Aggregate<Account>> loaded = new HashMap<>();
        Stream.concat(order.debtor().stream(), order.creditorAccount().stream())
                .sorted(Comparator.comparing(AccountId::value))
                .forEach(id -> find(id, accounts).ifPresent(account -> loaded.put(id, account)));
        return new Parties(
                order.debtor().flatMap(id -> Optional.ofNullable(loaded.get(id))),
                order.creditorAccount().flatMap(id -> Optional.ofNullable(loaded.get(id))));
    }

    Optional<AccountFacts> debtorFacts() {
        return debtor.map(account -> account.invoke(Account::facts));
    }

    Optional<AccountFacts> creditorFacts() {
        return creditor.map(account -> account.invoke(Account::facts));
    }

    private static Optional<Aggregate<Account>> find(AccountId id, Repository<Account> accounts) {
        try {
            return Optional.of(accounts.load(id.toString()));
        } catch (AggregateNotFoundException unknown) {
            return Optional.empty();
        }
    }
}
