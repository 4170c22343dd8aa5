package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.Iban;
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
 */
public record AccountFacts(
        AccountId id,
        UserId ownerId,
        Iban iban,
        AccountStatus status,
        AccountLimits limits,
        Money posted,
        Money held,
        Money overdraftLimit) {

    public Currency currency() {
        return posted.currency();
    }

    public Money available() {
        return posted.minus(held).plus(overdraftLimit);
    }
}
