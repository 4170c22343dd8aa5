package io.ledgerbank.command.model;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.ChangeLimits;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.command.testing.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What chance alone would seldom bring about: several moves that follow from each other. */
final class RandomScenes {

    private static final int PLENTY = 1_000_000;
    private static final int OFTEN_ENOUGH_TO_PARK = 66;

    private final Dice dice;
    private final Books books;
    private final Passers people;
    private final Function<Object, Move.Ask> asking;

    RandomScenes(Dice dice, Books books, Passers people, Function<Object, Move.Ask> asking) {
        this.dice = dice;
        this.books = books;
        this.people = people;
        this.asking = asking;
    }

    /** An overdraft is granted, used to its last penny, and then reduced. */
    List<Move> overdraw() {
        AccountId id = people.account();
        Optional<ReferenceAccount> account = books.account(id);
        if (account.isEmpty()) {
            return List.of();
        }
        long overdraft = account.get().wholeUnits(1 + dice.below(500));
        Money everything =
                money(account.get(), account.get().posted - account.get().held() + overdraft);
        Move.Ask granting = asking.apply(limits(account.get(), overdraft));
        return List.of(
                granting,
                new Move.Agree(granting.number(), Passers.SECOND_ADMIN),
                asking.apply(new CreatePayment(
                        new PaymentId(dice.uuid()),
                        new PaymentOrder.Withdrawal(id, everything, "All of it", Optional.empty(), Priority.NORMAL),
                        People.TELLER)),
                asking.apply(limits(account.get(), overdraft - dice.below(2))));
    }

    /** Somebody asks for more; before another agrees, there is less. */
    List<Move> lowerMeanwhile() {
        Optional<ReferenceAccount> account = books.account(people.account());
        if (account.isEmpty()) {
            return List.of();
        }
        Move.Ask raising = asking.apply(limits(account.get(), PLENTY + dice.below(PLENTY)));
        Money less = money(account.get(), account.get().wholeUnits(1 + dice.below(100)));
        ChangeLimits lowering = new ChangeLimits(
                account.get().opening.accountId(),
                new AccountLimits(less, less, less),
                money(account.get(), account.get().overdraftLimit),
                "Fraud?",
                People.ADMIN);
        return List.of(raising, asking.apply(lowering), new Move.Agree(raising.number(), Passers.SECOND_ADMIN));
    }

    /** A bank executes a payment and sends it back some days later, to a service that has read it anew meanwhile. */
    List<Move> sendBack() {
        AccountId id = people.account();
        Optional<ReferenceAccount> account = books.account(id);
        if (account.isEmpty()) {
            return List.of();
        }
        PaymentId payment = new PaymentId(dice.uuid());
        return List.of(
                asking.apply(abroad(payment, account.get(), 2000)),
                new Move.Wait(Duration.ofHours(dice.below(40))),
                asking.apply(new StartAttempt(payment, 1, Duration.ofSeconds(5))),
                asking.apply(new RecordOutcome(payment, 1, new Outcome.Executed("REF", books.today()))),
                new Move.Wait(Duration.ofHours(dice.below(40))),
                new Move.Restart(dice.of(List.of(Move.From.values()))),
                asking.apply(new RecordOutcome(
                        payment, 1, new Outcome.Returned(Reason.CREDITOR_ACCOUNT_CLOSED, "RET", books.today()))));
    }

    /** A bank says one thing and then the other, and an administrator finds out which is true. */
    List<Move> contradict() {
        Optional<ReferenceAccount> account = books.account(people.account());
        if (account.isEmpty()) {
            return List.of();
        }
        PaymentId payment = new PaymentId(dice.uuid());
        Outcome executed = new Outcome.Executed("REF", books.today());
        Outcome rejected = Outcome.NotExecuted.because(Reason.CREDITOR_ACCOUNT_CLOSED);
        Outcome again = new Outcome.Executed("AGAIN", books.today());
        Outcome returned = new Outcome.Returned(Reason.CREDITOR_ACCOUNT_CLOSED, "BACK", books.today());
        boolean first = dice.percent(50);
        Outcome contradicting = dice.percent(30) ? again : first ? rejected : executed;
        Outcome meanwhile = dice.of(List.of(executed, rejected, again, returned));
        Move.Ask resolving = asking.apply(resolve(payment));
        Move.Ask resolvingMore = asking.apply(resolve(payment));
        return List.of(
                asking.apply(abroad(payment, account.get(), 200_000)),
                asking.apply(new StartAttempt(payment, 1, Duration.ofSeconds(5))),
                asking.apply(new RecordOutcome(payment, 1, first ? executed : rejected)),
                new Move.Wait(Duration.ofHours(dice.below(40))),
                asking.apply(new RecordOutcome(payment, 1, contradicting)),
                new Move.Wait(Duration.ofHours(dice.below(40))),
                asking.apply(new RecordOutcome(payment, 1, meanwhile)),
                resolving,
                new Move.Agree(resolving.number(), Passers.SECOND_ADMIN),
                asking.apply(new RecordOutcome(payment, 1, dice.of(List.of(executed, again, returned)))),
                resolvingMore,
                new Move.Agree(resolvingMore.number(), Passers.SECOND_ADMIN));
    }

    /** Much money, of which a bank never tells what became of it, until it perhaps does. */
    List<Move> findOutTogether() {
        Optional<ReferenceAccount> account = books.account(people.account());
        if (account.isEmpty()) {
            return List.of();
        }
        AccountId id = account.get().opening.accountId();
        PaymentId payment = new PaymentId(dice.uuid());
        Money much = money(account.get(), account.get().wholeUnits(1001));
        Move.Ask granting = asking.apply(limits(account.get(), 0));
        Move.Ask resolving = asking.apply(resolve(payment));
        List<Move> moves = new ArrayList<>(List.of(
                granting,
                new Move.Agree(granting.number(), Passers.SECOND_ADMIN),
                asking.apply(new CreatePayment(
                        new PaymentId(dice.uuid()),
                        new PaymentOrder.Deposit(id, much, "Much", Optional.empty(), Priority.NORMAL),
                        People.TELLER)),
                asking.apply(abroad(payment, account.get(), much)),
                asking.apply(new StartAttempt(payment, 1, Duration.ofSeconds(5)))));
        for (int inquiry = 0; inquiry < OFTEN_ENOUGH_TO_PARK; inquiry++) {
            moves.add(asking.apply(new RecordOutcome(payment, 1, new Outcome.Unknown(Reason.TIMEOUT))));
        }
        moves.add(resolving);
        if (dice.percent(50)) {
            moves.add(asking.apply(new RecordOutcome(payment, 1, new Outcome.Executed("REF", books.today()))));
        }
        moves.add(new Move.Agree(resolving.number(), Passers.SECOND_ADMIN));
        return moves;
    }

    private ResolvePayment resolve(PaymentId payment) {
        Execution outcome = dice.of(List.of(Execution.values()));
        return new ResolvePayment(
                payment, outcome, "Statement 12, line 3", "Found out", Optional.empty(), People.ADMIN);
    }

    private CreatePayment abroad(PaymentId payment, ReferenceAccount account, int most) {
        return abroad(payment, account, money(account, 1 + dice.below(most)));
    }

    private static CreatePayment abroad(PaymentId payment, ReferenceAccount account, Money amount) {
        PaymentOrder order = new PaymentOrder.External(
                account.opening.accountId(), People.CARLA, amount, "There", Optional.empty(), Priority.NORMAL);
        return new CreatePayment(payment, order, account.opening.caller());
    }

    private static ChangeLimits limits(ReferenceAccount account, long overdraft) {
        Money plenty = money(account, account.wholeUnits(PLENTY));
        return new ChangeLimits(
                account.opening.accountId(),
                new AccountLimits(plenty, plenty, plenty),
                money(account, overdraft),
                "As agreed",
                People.ADMIN);
    }

    private static Money money(ReferenceAccount account, long amount) {
        return new Money(amount, account.opening.currency());
    }
}
