package io.ledgerbank.command.model;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.testing.People;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Who comes to the bank, and what they may mean: mostly what is theirs, now and then what is another's or nobody's. */
final class Passers {

    static final Caller SECOND_TELLER = new Caller(new UserId(new UUID(0, 71)), Role.SUPPORT);
    static final Caller SECOND_ADMIN = new Caller(new UserId(new UUID(0, 72)), Role.ADMIN);

    private static final List<Caller> CUSTOMERS = List.of(People.ALICE, People.ALICE, People.BOB, People.TELLER);
    private static final List<Caller> TELLERS = List.of(People.TELLER, SECOND_TELLER, People.ADMIN);
    private static final List<Caller> ADMINS = List.of(People.ADMIN, SECOND_ADMIN);
    private static final List<Caller> ALL =
            List.of(People.ALICE, People.BOB, People.TELLER, SECOND_TELLER, People.ADMIN, SECOND_ADMIN);

    private final Dice dice;
    private final Books books;

    Passers(Dice dice, Books books) {
        this.dice = dice;
        this.books = books;
    }

    Caller customer() {
        return dice.of(CUSTOMERS);
    }

    Caller teller() {
        return dice.percent(95) ? dice.of(TELLERS) : anybody();
    }

    Caller admin() {
        return dice.percent(90) ? dice.of(ADMINS) : anybody();
    }

    /** Nobody is suspended for long, or there would be little left to happen. */
    Move becomes() {
        UserId somebody = anybody().userId();
        boolean suspended = books.suspended.contains(somebody);
        return new Move.Become(somebody, suspended || dice.percent(60) ? UserStatus.ACTIVE : UserStatus.SUSPENDED);
    }

    Caller anybody() {
        return dice.of(ALL);
    }

    Caller ownerOf(AccountId id) {
        return books.account(id)
                .filter(account -> dice.percent(95))
                .map(account -> account.opening.caller())
                .orElseGet(this::anybody);
    }

    Caller ownerOf(PaymentId id) {
        ReferencePayment payment = books.payments.get(id);
        return payment == null
                ? anybody()
                : payment.order
                        .debtor()
                        .or(payment.order::creditorAccount)
                        .map(this::ownerOf)
                        .orElseGet(this::anybody);
    }

    AccountId account() {
        List<AccountId> known = List.copyOf(books.accounts.keySet());
        return known.isEmpty() || dice.percent(2) ? People.NOBODYS : dice.of(known);
    }

    AccountId otherThan(AccountId id) {
        AccountId first = account();
        return first.equals(id) && dice.percent(90) ? account() : first;
    }

    PaymentId payment(Predicate<ReferencePayment> wanted) {
        List<PaymentId> known = List.copyOf(books.payments.keySet());
        List<PaymentId> likely =
                known.stream().filter(id -> wanted.test(books.payment(id))).toList();
        if (known.isEmpty() || dice.percent(2)) {
            return new PaymentId(dice.uuid());
        }
        return likely.isEmpty() || dice.percent(10) ? dice.of(known) : dice.of(likely);
    }

    /** What happened between our own accounts or over the counter. */
    static boolean isWithinTheBank(ReferencePayment payment) {
        return !(payment.order instanceof PaymentOrder.External);
    }
}
