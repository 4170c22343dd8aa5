package io.ledgerbank.command.model;

import static io.ledgerbank.command.model.ReferenceRules.refuse;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CancelPayment;
import io.ledgerbank.api.payment.CheckPayment;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.ReversePayment;
import io.ledgerbank.api.payment.SchedulePayment;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.model.ReferenceRules.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of payments in the reference bank, but for what banks say about them. */
final class ReferencePayments {

    private final Books books;
    private final ReferenceRules rules;

    ReferencePayments(Books books) {
        this.books = books;
        this.rules = new ReferenceRules(books);
    }

    void create(CreatePayment command) {
        PaymentOrder order = command.order();
        rules.requireTimely(order, command.caller());
        if (isForLater(order)) {
            schedule(new SchedulePayment(command.paymentId(), order, books.now, List.of(), command.caller()));
            return;
        }
        Routed routed = rules.requirePayable(order, command.caller(), Reference.NOBODYS);
        make(begun(command.paymentId(), routed, command.caller(), List.of()), routed);
    }

    void check(CheckPayment command) {
        rules.requireTimely(command.order(), command.caller());
        if (isForLater(command.order())) {
            rules.requirePayableLater(command.order(), command.caller());
        } else {
            rules.requirePayable(command.order(), command.caller(), Reference.NOBODYS);
        }
    }

    void schedule(SchedulePayment command) {
        if (books.payments.containsKey(command.paymentId())) {
            return;
        }
        Routed routed = rules.requirePayableLater(command.order(), command.caller());
        ReferencePayment payment = begun(command.paymentId(), routed, command.caller(), command.laterTries());
        payment.status = PaymentStatus.SCHEDULED;
        payment.step = Step.AWAIT_DAY;
    }

    void execute(ExecuteScheduled command) {
        refuse(!command.caller().isAdmin(), Reason.INSUFFICIENT_PERMISSIONS);
        ReferencePayment payment = books.payment(command.paymentId());
        refuse(payment.status != PaymentStatus.SCHEDULED, Reason.ALREADY_PROCESSED);
        refuse(command.ifAt().filter(at -> at != payment.deferrals).isPresent(), Reason.ALREADY_PROCESSED);
        try {
            refuse(books.suspended.contains(payment.orderedBy.userId()), Reason.ACCOUNT_SUSPENDED);
            rules.requireValueDate(payment.order, payment.orderedBy);
            Routed routed = rules.requirePayable(payment.order, payment.orderedBy, Reference.ITS_OWN);
            payment.status = PaymentStatus.PENDING;
            payment.step = Step.SUBMIT;
            payment.order = routed.order();
            payment.lastReason = Optional.empty();
            make(payment, routed);
        } catch (RejectedException refused) {
            refuseExecution(payment, refused.reason());
        }
    }

    void cancel(CancelPayment command) {
        ReferencePayment payment = books.paymentFor(command.caller(), command.paymentId());
        boolean early = payment.status == PaymentStatus.PENDING || payment.status == PaymentStatus.SCHEDULED;
        refuse(!early, Reason.ALREADY_PROCESSED);
        if (payment.status == PaymentStatus.PENDING) {
            books.debtorOf(payment).release(payment.id);
        }
        payment.end(PaymentStatus.CANCELLED, Optional.empty());
    }

    /** Whether it takes a second person; says what they would agree to. */
    Optional<ReversePayment> reverse(ReversePayment command) {
        refuse(!command.caller().isStaff(), Reason.INSUFFICIENT_PERMISSIONS);
        ReversePayment exact = exactly(command);
        Routed routed = requireReversible(exact);
        if (books.payment(exact.paymentId()).reversed
                        + exact.amount().orElseThrow().minorUnits()
                > books.accounts.get(routed.owned().opening.accountId()).wholeUnits(1_000)) {
            return Optional.of(exact);
        }
        reverse(exact, routed);
        return Optional.empty();
    }

    void reverseAgreed(ReversePayment agreed, Caller by) {
        ReversePayment command =
                new ReversePayment(agreed.paymentId(), agreed.reversalId(), agreed.amount(), agreed.reason(), by);
        reverse(exactly(command), requireReversible(command));
    }

    private ReversePayment exactly(ReversePayment command) {
        ReferencePayment original = books.payment(command.paymentId());
        refuse(original.status != PaymentStatus.COMPLETED || original.isExternal(), Reason.NOT_REVERSIBLE);
        Money paid = original.order.amount();
        Money amount = command.amount().orElse(new Money(original.notReversed(), paid.currency()));
        refuse(!amount.currency().equals(paid.currency()), Reason.CURRENCY_MISMATCH);
        refuse(original.notReversed() == 0, Reason.NOT_REVERSIBLE);
        refuse(amount.minorUnits() > original.notReversed(), Reason.NOT_REVERSIBLE);
        return new ReversePayment(
                command.paymentId(), command.reversalId(), Optional.of(amount), command.reason(), command.caller());
    }

    private Routed requireReversible(ReversePayment exact) {
        PaymentOrder order = books.payment(exact.paymentId()).order;
        return rules.requireReversible(
                ReferenceOrders.reversed(order, exact.amount().orElseThrow(), exact.reason()), exact.caller());
    }

    private void reverse(ReversePayment exact, Routed routed) {
        ReferencePayment payment = begun(exact.reversalId(), routed, exact.caller(), List.of());
        payment.isMade = true;
        move(payment, routed);
        books.payment(exact.paymentId()).reversed += routed.amount();
    }

    private boolean isForLater(PaymentOrder order) {
        return order.executionDate().filter(books.today()::isBefore).isPresent();
    }

    private ReferencePayment begun(PaymentId id, Routed routed, Caller by, List<Instant> laterTries) {
        ReferencePayment payment = new ReferencePayment(id, routed.owned().owner(), routed.order(), by, laterTries);
        books.payments.put(id, payment);
        ReferenceRules.referenceOf(routed.order()).ifPresent(books.references::add);
        return payment;
    }

    private void make(ReferencePayment payment, Routed routed) {
        payment.isMade = true;
        routed.debtor().ifPresent(debtor -> debtor.count(payment.id, books.today(), routed.given(), books.now));
        if (payment.isExternal()) {
            routed.debtor().orElseThrow().holds.put(payment.id, routed.amount());
            return;
        }
        move(payment, routed);
    }

    private static void move(ReferencePayment payment, Routed routed) {
        routed.debtor().ifPresent(debtor -> debtor.posted -= routed.amount());
        routed.creditor().ifPresent(creditor -> creditor.posted += routed.amount());
        payment.end(PaymentStatus.COMPLETED, Optional.empty());
    }

    private void refuseExecution(ReferencePayment payment, Reason reason) {
        boolean triedAgain = reason == Reason.INSUFFICIENT_FUNDS
                && payment.laterTries.stream().anyMatch(books.now::isBefore);
        if (triedAgain) {
            payment.deferrals++;
            payment.lastReason = Optional.of(reason);
        } else {
            payment.end(PaymentStatus.FAILED, Optional.of(reason));
        }
    }

    /** How often a bank is called for one payment, by the kind of what went wrong. */
    static int mostAttempts(Reason reason) {
        if (reason.category() == Category.EXTERNAL_DEPENDENCY) {
            return 3;
        }
        return reason.category() == Category.SYSTEM ? 2 : 1;
    }
}
