package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.util.Currency;

/**
 * An account as clients see one.
 *
 * @param posted the sum of its entries
 * @param held what is set aside for payments on their way
 * @param available posted − held + overdraft limit
 */
public record AccountDetails(
        AccountId id,
        UserId ownerId,
        String name,
        AccountType type,
        Currency currency,
        Iban iban,
        AccountStatus status,
        Money posted,
        Money held,
        Money available,
        Money overdraftLimit,
        AccountLimits limits,
        Instant createdAt) {

    /** The account as it is right after it was opened. */
    public static AccountDetails of(AccountOpened event) {
        Money zero = Money.zero(event.currency());
        return new AccountDetails(
                event.accountId(),
                event.ownerId(),
                event.name(),
                event.type(),
                event.currency(),
                event.iban(),
                AccountStatus.ACTIVE,
                zero,
                zero,
                zero,
                zero,
                event.limits(),
                event.openedAt());
    }
}
