package io.ledgerbank.command.model;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.model.Dice.Chance;
import io.ledgerbank.command.testing.People;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Orders as people give them: mostly sound, often at the very edge of what is allowed, now and then nonsense. */
final class RandomOrders {

    private static final List<Iban> OUTSIDE = List.of(
            Iban.parse("DE89370400440532013000"),
            Iban.parse("FR1420041010050500013M02606"),
            Iban.parse("NL91ABNA0417164300"));
    private static final List<String> PURPOSES = List.of("Rent", "Lunch", "Gift");
    private static final List<String> NO_PURPOSES = List.of(" ", "x".repeat(141), "line\nbreak");
    private static final List<String> REFERENCES = List.of("INV-1", "INV-2", "INV-3", "INV-4", "INV-5");

    private final Dice dice;
    private final Books books;
    private final Passers people;

    RandomOrders(Dice dice, Books books, Passers people) {
        this.dice = dice;
        this.books = books;
        this.people = people;
    }

    /** An order and who gives it. */
    record Given(PaymentOrder order, Caller by) {}

    Given any() {
        return dice.weighed(List.of(
                new Chance<>(6, this::transfer),
                new Chance<>(11, this::external),
                new Chance<>(3, this::deposit),
                new Chance<>(2, this::withdrawal)));
    }

    private Given transfer() {
        AccountId from = people.account();
        return new Given(
                new PaymentOrder.Transfer(
                        from,
                        people.otherThan(from),
                        amountFrom(from),
                        purpose(),
                        reference(),
                        Priority.NORMAL,
                        executionDate(),
                        valueDate()),
                people.ownerOf(from));
    }

    private Given external() {
        AccountId from = people.account();
        return new Given(
                new PaymentOrder.External(
                        from,
                        new Creditor(dice.percent(2) ? "\t" : "Carla", creditor(), bank()),
                        amountFrom(from),
                        purpose(),
                        reference(),
                        dice.percent(10) ? Priority.CRITICAL : Priority.NORMAL,
                        executionDate()),
                people.ownerOf(from));
    }

    private Given deposit() {
        AccountId to = people.account();
        return new Given(
                new PaymentOrder.Deposit(
                        to, amountTo(to), purpose(), reference(), Priority.NORMAL, executionDate(), valueDate()),
                people.teller());
    }

    private Given withdrawal() {
        AccountId from = people.account();
        return new Given(
                new PaymentOrder.Withdrawal(
                        from, amountFrom(from), purpose(), reference(), Priority.NORMAL, executionDate(), valueDate()),
                people.teller());
    }

    /** Often exactly what is still allowed, or one minor unit more. */
    private Money amountFrom(AccountId id) {
        Optional<ReferenceAccount> known = books.account(id);
        if (known.isEmpty()) {
            return new Money(1 + dice.below(5000), People.GBP);
        }
        ReferenceAccount debtor = known.get();
        LocalDate today = books.today();
        long left = dice.weighed(List.of(
                new Chance<>(10, () -> 1L + dice.below(5000)),
                new Chance<>(2, debtor::available),
                new Chance<>(2, () -> debtor.dailyLimit - debtor.spentOn(today)),
                new Chance<>(2, () -> debtor.monthlyLimit - debtor.spentIn(YearMonth.from(today))),
                new Chance<>(1, () -> debtor.singleLimit),
                new Chance<>(1, () -> 0L)));
        return inCurrencyOf(debtor, dice.percent(70) ? left : left + 1);
    }

    private Money amountTo(AccountId id) {
        Optional<ReferenceAccount> creditor = books.account(id);
        long amount = dice.weighed(List.of(
                new Chance<>(20, () -> 1L + dice.below(500_000)),
                new Chance<>(1, () -> 0L),
                new Chance<>(1, () -> -1L),
                new Chance<>(
                        1,
                        () -> Money.MOST_MINOR_UNITS
                                - creditor.map(account -> account.posted).orElse(0L)
                                + dice.below(2))));
        return creditor.map(account -> inCurrencyOf(account, amount)).orElse(new Money(1, People.GBP));
    }

    private Money inCurrencyOf(ReferenceAccount account, long amount) {
        long writable = Math.min(amount, Money.MOST_MINOR_UNITS);
        return new Money(writable, dice.percent(3) ? People.EUR : account.opening.currency());
    }

    private Iban creditor() {
        return dice.percent(15)
                ? books.account(people.account()).map(account -> account.iban).orElse(OUTSIDE.getFirst())
                : dice.of(OUTSIDE);
    }

    private BankCode bank() {
        return dice.percent(3) ? new BankCode("NOBANK") : People.SIMBANK;
    }

    private String purpose() {
        return dice.percent(3) ? dice.of(NO_PURPOSES) : dice.of(PURPOSES);
    }

    private Optional<String> reference() {
        if (dice.percent(1)) {
            return Optional.of("x".repeat(36));
        }
        return dice.percent(30) ? Optional.of(dice.of(REFERENCES)) : Optional.empty();
    }

    private Optional<LocalDate> executionDate() {
        return dice.percent(15) ? Optional.of(books.today().plusDays(dice.below(9) - 2L)) : Optional.empty();
    }

    private Optional<LocalDate> valueDate() {
        return dice.percent(5) ? Optional.of(books.today().plusDays(dice.below(70) - 35L)) : Optional.empty();
    }
}
