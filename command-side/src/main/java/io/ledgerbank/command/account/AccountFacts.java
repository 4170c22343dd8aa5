package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.Spending;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import java.util.Currency;

/**
 * What policies may know of an account at the moment of a decision.
 *
 * @param posted the sum of its entries
 * @param held what is set aside for payments on their way
 * @param overdraftLimit how far below zero it may go
 * @param spending what its limits count
 * @param recentOrders what has debited it a short while ago; good for this decision only
 */
public record AccountFacts(
        AccountId id,
        UserId ownerId,
        AccountType type,
        Iban iban,
        AccountStatus status,
        AccountLimits limits,
        Money posted,
        Money held,
        Money overdraftLimit,
        Spending spending,
        RecentOrders recentOrders) {

    public Currency currency() {
        return posted.currency();
    }

    public Money available() {
        return posted.minus(held).plus(overdraftLimit);
    }
}
