package io.ledgerbank.command.model;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.testing.People;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/** What the contract says about orders, line by line in its order. */
final class ReferenceRules {

    static final Duration DUPLICATE_WINDOW = Duration.ofMinutes(5);

    /** Whose an order's end-to-end id may be. */
    enum Reference {
        NOBODYS,
        ITS_OWN
    }

    private final Books books;

    ReferenceRules(Books books) {
        this.books = books;
    }

    void requireTimely(PaymentOrder order, Caller caller) {
        LocalDate today = books.today();
        refuse(
                order.executionDate().isPresent() && order.executionDate().get().isBefore(today),
                Reason.INVALID_EXECUTION_DATE);
        refuse(
                order.executionDate().isPresent() && order.executionDate().get().isAfter(today.plusYears(10)),
                Reason.INVALID_EXECUTION_DATE);
        if (order.valueDate().isPresent()) {
            LocalDate booked = order.executionDate().orElse(today);
            LocalDate value = order.valueDate().get();
            refuse(!caller.isStaff(), Reason.INSUFFICIENT_PERMISSIONS);
            refuse(value.isBefore(booked.minusDays(30)), Reason.INVALID_VALUE_DATE);
            refuse(value.isAfter(booked.plusDays(30)), Reason.INVALID_VALUE_DATE);
        }
    }

    Routed requirePayable(PaymentOrder asked, Caller caller, Reference reference) {
        Routed payment = requireKnown(asked, caller);
        requireStanding(payment);
        requireCurrency(payment);
        payment.debtor().ifPresent(debtor -> {
            refuse(payment.amount() > debtor.singleLimit, Reason.AMOUNT_EXCEEDS_LIMIT);
            boolean said = payment.order().endToEndId().isPresent();
            refuse(
                    !said && debtor.wasGiven(payment.given(), books.now.minus(DUPLICATE_WINDOW)),
                    Reason.DUPLICATE_TRANSACTION);
        });
        refuse(reference == Reference.NOBODYS && isReferenceTaken(payment.order()), Reason.DUPLICATE_END_TO_END_ID);
        requireFunds(payment);
        payment.debtor().ifPresent(debtor -> {
            LocalDate today = books.today();
            long onDay = debtor.spentOn(today) + payment.amount();
            long inMonth = debtor.spentIn(YearMonth.from(today)) + payment.amount();
            refuse(onDay > debtor.dailyLimit, Reason.DAILY_LIMIT_EXCEEDED);
            refuse(inMonth > debtor.monthlyLimit, Reason.MONTHLY_LIMIT_EXCEEDED);
        });
        requireRoom(payment);
        return payment;
    }

    /** A value date is looked at again on the day on which it is booked. */
    void requireValueDate(PaymentOrder order, Caller caller) {
        LocalDate today = books.today();
        order.valueDate().ifPresent(value -> {
            refuse(!caller.isStaff(), Reason.INSUFFICIENT_PERMISSIONS);
            refuse(value.isBefore(today.minusDays(30)), Reason.INVALID_VALUE_DATE);
            refuse(value.isAfter(today.plusDays(30)), Reason.INVALID_VALUE_DATE);
        });
    }

    Routed requirePayableLater(PaymentOrder asked, Caller caller) {
        Routed payment = requireKnown(asked, caller);
        payment.debtor().ifPresent(ReferenceAccount::requireOpen);
        payment.creditor().ifPresent(ReferenceAccount::requireOpen);
        requireCurrency(payment);
        refuse(isReferenceTaken(payment.order()), Reason.DUPLICATE_END_TO_END_ID);
        return payment;
    }

    /** The bank itself does it, so it is nobody's own account, and no limit holds it up. */
    Routed requireReversible(PaymentOrder order, Caller caller) {
        requireShape(order, caller);
        Routed payment = routed(order);
        payment.debtor().ifPresent(ReferenceAccount::requireOpen);
        payment.creditor().ifPresent(ReferenceAccount::requireOpen);
        requireFunds(payment);
        requireRoom(payment);
        return payment;
    }

    static Optional<String> referenceOf(PaymentOrder order) {
        Optional<AccountId> debtor = order.debtor();
        return debtor.isEmpty() ? Optional.empty() : order.endToEndId().map(id -> debtor.get() + "/" + id);
    }

    private boolean isReferenceTaken(PaymentOrder order) {
        return referenceOf(order).filter(books.references::contains).isPresent();
    }

    private Routed requireKnown(PaymentOrder asked, Caller caller) {
        requireShape(asked, caller);
        Routed payment = routed(asked);
        PaymentOrder order = payment.order();
        refuse(asked.debtor().isPresent() && asked.debtor().equals(asked.creditorAccount()), Reason.SAME_ACCOUNT);
        refuse(order.debtor().isPresent() && payment.debtor().isEmpty(), Reason.ACCOUNT_NOT_FOUND);
        boolean overTheCounter = order.type() == PaymentType.WITHDRAWAL;
        refuse(
                !overTheCounter
                        && payment.debtor().isPresent()
                        && !caller.owns(payment.debtor().get().owner()),
                Reason.ACCOUNT_NOT_FOUND);
        refuse(order.debtor().isPresent() && order.debtor().equals(order.creditorAccount()), Reason.SAME_ACCOUNT);
        refuse(order.creditorAccount().isPresent() && payment.creditor().isEmpty(), Reason.ACCOUNT_NOT_FOUND);
        refuse(
                order.externalCreditor().isPresent()
                        && !order.externalCreditor().get().bankCode().equals(People.SIMBANK),
                Reason.BANK_NOT_FOUND);
        return payment;
    }

    private void requireShape(PaymentOrder order, Caller caller) {
        refuse(order.amount().minorUnits() < 1, Reason.AMOUNT_TOO_SMALL);
        String text = order.remittanceInformation();
        refuse(text.isBlank(), Reason.DESCRIPTION_REQUIRED);
        refuse(text.length() > 140, Reason.DESCRIPTION_TOO_LONG);
        refuse(!isPrintable(text), Reason.INVALID_DESCRIPTION_FORMAT);
        refuse(
                order.endToEndId()
                        .filter(id -> id.isEmpty() || id.length() > 35)
                        .isPresent(),
                Reason.INVALID_END_TO_END_ID);
        refuse(order.externalCreditor().filter(to -> !isText(to.name(), 140)).isPresent(), Reason.INVALID_NAME_FORMAT);
        boolean cash = order.type() == PaymentType.DEPOSIT || order.type() == PaymentType.WITHDRAWAL;
        refuse(cash && !caller.isStaff(), Reason.INSUFFICIENT_PERMISSIONS);
    }

    /** A payment to one of our own IBANs is a transfer. */
    private Routed routed(PaymentOrder asked) {
        PaymentOrder order = asked;
        if (asked instanceof PaymentOrder.External external) {
            order = books.account(external.creditor().iban())
                    .<PaymentOrder>map(ours -> ReferenceOrders.toOurOwn(external, ours.opening.accountId()))
                    .orElse(external);
        }
        return new Routed(
                order,
                order.debtor().flatMap(books::account),
                order.creditorAccount().flatMap(books::account));
    }

    private static void requireStanding(Routed payment) {
        payment.debtor().ifPresent(debtor -> {
            refuse(debtor.status == AccountStatus.FROZEN, Reason.ACCOUNT_FROZEN);
            boolean handedOut = payment.order().type() == PaymentType.WITHDRAWAL
                    && payment.order().amount().currency().equals(debtor.opening.currency())
                    && payment.amount() <= debtor.posted;
            if (!handedOut) {
                debtor.requireOpen();
            }
        });
        payment.creditor().ifPresent(ReferenceAccount::requireOpen);
    }

    private static void requireCurrency(Routed payment) {
        Stream.concat(payment.debtor().stream(), payment.creditor().stream())
                .forEach(account -> refuse(
                        !account.opening
                                .currency()
                                .equals(payment.order().amount().currency()),
                        Reason.CURRENCY_MISMATCH));
    }

    private static void requireFunds(Routed payment) {
        payment.debtor().ifPresent(debtor -> refuse(payment.amount() > debtor.available(), Reason.INSUFFICIENT_FUNDS));
    }

    private static void requireRoom(Routed payment) {
        payment.creditor()
                .ifPresent(creditor -> refuse(
                        creditor.posted + payment.amount() > Money.MOST_MINOR_UNITS, Reason.BALANCE_OUT_OF_RANGE));
    }

    static boolean isText(String text, int most) {
        return !text.isBlank() && text.length() <= most && isPrintable(text);
    }

    private static boolean isPrintable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    static void refuse(boolean broken, Reason reason) {
        if (broken) {
            throw new RejectedException(reason, "by the reference");
        }
    }
}
