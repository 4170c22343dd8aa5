package io.ledgerbank.command.operation;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentTerms;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.payment.KnownPayments;
import io.ledgerbank.command.payment.Payment;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** The payments with which operators have to do: those that another bank has a part in. */
final class OperablePayments {

    private final KnownPayments payments;
    private final Repository<Account> accounts;
    private final BankCalendar calendar;

    OperablePayments(KnownPayments payments, Repository<Account> accounts, BankCalendar calendar) {
        this.payments = payments;
        this.accounts = accounts;
        this.calendar = calendar;
    }

    /** @throws RejectedException {@code payment_not_found}, {@code payment_moved_on} */
    OperatedPayment load(Operation operation) {
        OperatedPayment operated = load(operation.paymentId());
        requireAt(operation.ifAt(), operated.situation().progress());
        return operated;
    }

    OperatedPayment load(PaymentId id) {
        Aggregate<Payment> payment = payments.load(id);
        PaymentTerms terms = payment.invoke(Payment::terms);
        PaymentProgress progress = payment.invoke(Payment::progress);
        if (terms.order().externalCreditor().isEmpty() || !payment.invoke(Payment::isMade)) {
            throw new RejectedException(Reason.PAYMENT_NOT_FOUND, "No other bank has to do with payment " + id);
        }
        Aggregate<Account> debtor =
                accounts.load(terms.order().debtor().orElseThrow().toString());
        Situation situation = new Situation(
                terms,
                progress,
                payment.invoke(Payment::words),
                debtor.invoke(Account::facts),
                heldOn(payment, debtor),
                calendar.moment());
        return new OperatedPayment(payment, debtor, situation);
    }

    /** A hold that is still open knows its day; what has left the account, the payment. */
    private static Optional<LocalDate> heldOn(Aggregate<Payment> payment, Aggregate<Account> debtor) {
        PaymentTerms terms = payment.invoke(Payment::terms);
        return payment.invoke(Payment::progress).status().isFinal()
                ? payment.invoke(Payment::heldOn)
                : debtor.invoke(account -> account.heldOn(terms.id()));
    }

    private static void requireAt(Optional<Long> ifAt, PaymentProgress progress) {
        if (ifAt.filter(at -> at != progress.sequence()).isPresent()) {
            throw new RejectedException(Reason.PAYMENT_MOVED_ON, Reason.PAYMENT_MOVED_ON.description());
        }
    }
}
