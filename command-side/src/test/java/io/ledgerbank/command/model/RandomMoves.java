package io.ledgerbank.command.model;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CancelPayment;
import io.ledgerbank.api.payment.CheckPayment;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.CreatePayments;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.ReversePayment;
import io.ledgerbank.api.payment.SchedulePayment;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.model.Dice.Chance;
import io.ledgerbank.command.testing.People;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Invents what happens to a bank next, looking at the reference to come close to what is just allowed. */
final class RandomMoves {

    private final Dice dice;
    private final Books books;
    private final Passers people;
    private final RandomOrders orders;
    private final RandomOutcomes outcomes;
    private final RandomScenes scenes;
    private final RandomChanges changes;
    private final RandomOperations operations;
    private final RandomWaits waits;
    private int number;

    RandomMoves(Dice dice, Books books) {
        this.dice = dice;
        this.books = books;
        this.people = new Passers(dice, books);
        this.orders = new RandomOrders(dice, books, people);
        this.waits = new RandomWaits(dice, books);
        this.changes = new RandomChanges(dice, books, people);
        this.operations = new RandomOperations(dice, people);
        this.scenes = new RandomScenes(dice, books, people, this::ask);
        this.outcomes = new RandomOutcomes(dice, books, people);
    }

    List<Move> next() {
        if (books.accounts.size() < 4) {
            return List.of(ask(changes.open()), ask(gift()));
        }
        return dice.weighed(List.of(
                new Chance<>(32, () -> one(pay())),
                new Chance<>(6, () -> one(again().orElseGet(this::pay))),
                new Chance<>(3, () -> one(payTogether())),
                new Chance<>(4, () -> one(check())),
                new Chance<>(3, () -> one(schedule())),
                new Chance<>(7, () -> one(execute())),
                new Chance<>(4, () -> one(cancel())),
                new Chance<>(24, this::hearFromBanks),
                new Chance<>(7, () -> one(reverse())),
                new Chance<>(14, () -> one(changes.any())),
                new Chance<>(2, scenes::overdraw),
                new Chance<>(3, scenes::sendBack),
                new Chance<>(3, scenes::contradict),
                new Chance<>(1, scenes::findOutTogether),
                new Chance<>(1, scenes::lowerMeanwhile),
                new Chance<>(8, () -> one(operations.any())),
                new Chance<>(8, () -> books.requests.isEmpty() ? one(changes.any()) : List.of(decide())),
                new Chance<>(2, () -> one(askAgain().orElseGet(changes::any))),
                new Chance<>(2, () -> List.of(people.becomes())),
                new Chance<>(14, () -> List.of(new Move.Wait(waits.any()))),
                new Chance<>(3, () -> List.of(new Move.Restart(dice.of(List.of(Move.From.values())))))));
    }

    /** As long as there is nothing to hear about, there shall be. */
    private List<Move> hearFromBanks() {
        return outcomes.isAnyExpected() || dice.percent(10)
                ? outcomes.next().stream().<Move>map(this::ask).toList()
                : one(pay());
    }

    private List<Move> one(Object command) {
        return List.of(ask(command));
    }

    private Move.Ask ask(Object command) {
        return new Move.Ask(number++, command);
    }

    /** To the newest account. */
    private CreatePayment gift() {
        AccountId to = books.accounts.keySet().stream()
                .reduce((earlier, later) -> later)
                .orElse(People.NOBODYS);
        Currency currency =
                books.account(to).map(account -> account.opening.currency()).orElse(People.GBP);
        Money amount = new Money(1000L * dice.below(400), currency);
        return payment(
                new PaymentOrder.Deposit(to, amount, "Opening", Optional.empty(), Priority.NORMAL), People.TELLER);
    }

    private CreatePayment payment(PaymentOrder order, Caller by) {
        return new CreatePayment(new PaymentId(dice.uuid()), order, by);
    }

    private CreatePayment pay() {
        RandomOrders.Given given = orders.any();
        return payment(given.order(), given.by());
    }

    /** What has just been paid. */
    private Optional<CreatePayment> again() {
        List<PaymentId> recent = books.accounts.values().stream()
                .flatMap(account -> account.given.stream())
                .filter(given ->
                        !given.at().plus(ReferenceRules.DUPLICATE_WINDOW).isBefore(books.now))
                .map(ReferenceAccount.Given::payment)
                .toList();
        return Optional.of(recent)
                .filter(payments -> !payments.isEmpty())
                .map(dice::of)
                .map(books::payment)
                .map(earlier -> payment(earlier.order, earlier.orderedBy));
    }

    /** Whoever the first order is from. */
    private CreatePayments payTogether() {
        RandomOrders.Given first = orders.any();
        List<PaymentOrder> together = Stream.concat(
                        Stream.of(first), Stream.generate(orders::any).limit(10).filter(given -> given.by()
                                .equals(first.by())))
                .limit(1L + dice.below(4))
                .map(RandomOrders.Given::order)
                .toList();
        return new CreatePayments(new PaymentId(dice.uuid()), together, first.by());
    }

    private CheckPayment check() {
        RandomOrders.Given given = orders.any();
        return new CheckPayment(given.order(), given.by());
    }

    private SchedulePayment schedule() {
        RandomOrders.Given given = orders.any();
        return new SchedulePayment(
                dice.percent(5) ? people.payment(payment -> true) : new PaymentId(dice.uuid()),
                given.order(),
                books.now.plus(Duration.ofHours(6)),
                List.of(books.now.plus(Duration.ofDays(1)), books.now.plus(Duration.ofDays(2))),
                given.by());
    }

    private ExecuteScheduled execute() {
        Optional<Long> at = dice.percent(70) ? Optional.empty() : Optional.of((long) dice.below(2));
        return new ExecuteScheduled(
                people.payment(payment -> payment.status == PaymentStatus.SCHEDULED),
                at,
                dice.percent(60) ? Caller.system() : people.admin());
    }

    private CancelPayment cancel() {
        PaymentId id = people.payment(
                payment -> payment.status == PaymentStatus.PENDING || payment.status == PaymentStatus.SCHEDULED);
        return new CancelPayment(id, dice.percent(80) ? people.ownerOf(id) : people.anybody());
    }

    private ReversePayment reverse() {
        PaymentId id = people.payment(
                payment -> payment.status == PaymentStatus.COMPLETED && Passers.isWithinTheBank(payment));
        Optional<Money> amount = Optional.ofNullable(books.payments.get(id))
                .filter(payment -> dice.percent(60))
                .map(payment -> new Money(
                        payment.notReversed() / (1 + dice.below(3)) + (dice.percent(10) ? 1 : 0),
                        dice.percent(5) ? People.EUR : payment.order.amount().currency()));
        String reason = dice.percent(3) ? "x".repeat(141) : "Mistake";
        return new ReversePayment(id, new PaymentId(dice.uuid()), amount, reason, people.teller());
    }

    /** What was asked of a second person once, be that open still or not; each reversal is one of its own. */
    private Optional<Object> askAgain() {
        List<Object> asked = books.requests.values().stream()
                .map(Books.Request::proposed)
                .filter(command -> !(command instanceof ReversePayment))
                .map(RandomMoves::asked)
                .toList();
        return asked.isEmpty() ? Optional.empty() : Optional.of(dice.of(asked));
    }

    private static Object asked(Object proposed) {
        return switch (proposed) {
            case ReferenceOperations.Proposed operation -> operation.resolution();
            case ReferenceAccounts.Raise raise -> raise.change();
            default -> proposed;
        };
    }

    private Move decide() {
        List<Integer> open = books.requests.keySet().stream()
                .filter(request ->
                        !books.decided.contains(books.requests.get(request).first()) || dice.percent(10))
                .toList();
        int proposal = open.isEmpty() || dice.percent(2) ? Integer.MAX_VALUE : dice.of(open);
        Caller caller = dice.percent(90) ? people.admin() : people.anybody();
        return dice.percent(85) ? new Move.Agree(proposal, caller) : new Move.Disagree(proposal, changes.why(), caller);
    }
}
