package io.ledgerbank.command.model;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.ChangeLimits;
import io.ledgerbank.api.account.CloseAccount;
import io.ledgerbank.api.account.FreezeAccount;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.account.RenameAccount;
import io.ledgerbank.api.account.UnfreezeAccount;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.command.model.Dice.Chance;
import io.ledgerbank.command.testing.People;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What people do to accounts besides paying. */
final class RandomChanges {

    private static final List<Currency> CURRENCIES = List.of(
            People.GBP,
            People.GBP,
            People.GBP,
            People.GBP,
            People.GBP,
            People.GBP,
            People.GBP,
            Currency.getInstance("JPY"));
    private static final String WHY = "As agreed";

    private final Dice dice;
    private final Books books;
    private final Passers people;

    RandomChanges(Dice dice, Books books, Passers people) {
        this.dice = dice;
        this.books = books;
        this.people = people;
    }

    OpenAccount open() {
        return new OpenAccount(
                new AccountId(dice.uuid()),
                dice.percent(3) ? " " : "Account " + dice.below(1000),
                dice.of(List.of(AccountType.values())),
                dice.of(CURRENCIES),
                people.customer());
    }

    Object any() {
        AccountId id = people.account();
        return dice.<Object>weighed(List.of(
                new Chance<>(1, this::open),
                new Chance<>(
                        1,
                        () -> new RenameAccount(
                                id, dice.percent(20) ? "" : "Name " + dice.below(1000), people.ownerOf(id))),
                new Chance<>(2, () -> new FreezeAccount(id, why(), people.teller())),
                new Chance<>(6, () -> new UnfreezeAccount(frozen().orElse(id), why(), people.teller())),
                new Chance<>(2, () -> new CloseAccount(empty().orElse(id), why(), people.ownerOf(id))),
                new Chance<>(
                        6,
                        () -> limits(
                                overdrawn().filter(account -> dice.percent(80)).orElse(id)))));
    }

    private ChangeLimits limits(AccountId id) {
        Currency currency = books.account(id)
                .filter(account -> dice.percent(97))
                .map(account -> account.opening.currency())
                .orElse(People.EUR);
        AccountLimits limits =
                new AccountLimits(limit(currency, 20_000), limit(currency, 10_000), limit(currency, 6_000));
        boolean none = dice.percent(
                books.account(id).filter(account -> account.overdraftLimit > 0).isPresent() ? 70 : 20);
        Money overdraft = none ? Money.zero(currency) : limit(currency, 2_000);
        return new ChangeLimits(id, limits, overdraft, why(), people.admin());
    }

    private Money limit(Currency currency, int most) {
        long wholeUnits = dice.percent(2) ? -1 : dice.below(most) / (1 + dice.below(50));
        return Money.of(Long.toString(wholeUnits), currency);
    }

    private Optional<AccountId> frozen() {
        return books.accounts.values().stream()
                .filter(account -> account.status == AccountStatus.FROZEN)
                .map(account -> account.opening.accountId())
                .findFirst();
    }

    private Optional<AccountId> overdrawn() {
        return books.accounts.values().stream()
                .filter(account -> account.posted - account.held() < 0)
                .map(account -> account.opening.accountId())
                .findFirst();
    }

    private Optional<AccountId> empty() {
        return books.accounts.values().stream()
                .filter(account -> account.posted == 0 && dice.percent(50))
                .map(account -> account.opening.accountId())
                .findFirst();
    }

    String why() {
        return dice.percent(2) ? "" : WHY;
    }
}
