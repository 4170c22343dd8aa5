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

    /** The account as it is right after the event. */
    public AccountDetails after(AccountEvent event) {
        return switch (event) {
            case AccountOpened opened -> of(opened);
            case AccountRenamed renamed -> with(renamed.name(), status);
            case AccountFrozen frozen -> with(name, AccountStatus.FROZEN);
            case AccountUnfrozen unfrozen -> with(name, AccountStatus.ACTIVE);
            case AccountClosed closed -> with(name, AccountStatus.CLOSED);
            case LimitsChanged changed -> with(changed.limits(), changed.overdraftLimit());
            case FundsHeld hold -> with(posted, held.plus(hold.amount()));
            case HoldReleased release -> with(posted, held.minus(release.amount()));
            case HoldCaptured capture -> with(posted.minus(capture.amount()), held.minus(capture.amount()));
            case AccountDebited debit -> with(posted.minus(debit.amount()), held);
            case AccountCredited credit -> with(posted.plus(credit.amount()), held);
            case ReturnCredited credit -> with(posted.plus(credit.amount()), held);
        };
    }

    private AccountDetails with(String newName, AccountStatus newStatus) {
        return new AccountDetails(
                id,
                ownerId,
                newName,
                type,
                currency,
                iban,
                newStatus,
                posted,
                held,
                available,
                overdraftLimit,
                limits,
                createdAt);
    }

    private AccountDetails with(Money newPosted, Money newHeld) {
        Money newAvailable = newPosted.minus(newHeld).plus(overdraftLimit);
        return new AccountDetails(
                id,
                ownerId,
                name,
                type,
                currency,
                iban,
                status,
                newPosted,
                newHeld,
                newAvailable,
                overdraftLimit,
                limits,
                createdAt);
    }

    private AccountDetails with(AccountLimits newLimits, Money newOverdraft) {
        Money newAvailable = posted.minus(held).plus(newOverdraft);
        return new AccountDetails(
                id,
                ownerId,
                name,
                type,
                currency,
                iban,
                status,
                posted,
                held,
                newAvailable,
                newOverdraft,
                newLimits,
                createdAt);
    }
}
