package io.ledgerbank.command.payment;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.AccountFacts;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** The accounts of ours that one order touches, as far as they exist, loaded. */
record Parties(Optional<Aggregate<Account>> debtor, Optional<Aggregate<Account>> creditor) {

    static Parties of(PaymentOrder order, Repository<Account> accounts) {
        return new Parties(
                order.debtor().flatMap(id -> find(id, accounts)),
                order.creditorAccount().flatMap(id -> find(id, accounts)));
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
