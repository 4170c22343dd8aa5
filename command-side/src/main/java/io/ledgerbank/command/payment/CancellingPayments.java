package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.CancelPayment;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentTransitions;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.BankCalendar;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Calls payments off, as long as no bank has been told of them, and releases what is held for them. */
final class CancellingPayments {

    private final Repository<Account> accounts;
    private final KnownPayments payments;
    private final BankCalendar calendar;

    CancellingPayments(Repository<Account> accounts, KnownPayments payments, BankCalendar calendar) {
        this.accounts = accounts;
        this.payments = payments;
        this.calendar = calendar;
    }

    @CommandHandler
    PaymentDetails handle(CancelPayment command) {
        Aggregate<Payment> payment = payments.loadFor(command.caller(), command.paymentId());
        PaymentStatus status = payment.invoke(Payment::progress).status();
        PaymentCancelled cancelled = new PaymentCancelled(command.paymentId(), calendar.now());
        if (!PaymentTransitions.allow(status, cancelled)) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The payment is " + status + " already");
        }
        if (status == PaymentStatus.PENDING) {
            debtorOf(payment).execute(account -> account.release(command.paymentId()));
        }
        payment.execute(waiting -> waiting.record(cancelled));
        return payment.invoke(Payment::details);
    }

    private Aggregate<Account> debtorOf(Aggregate<Payment> payment) {
        return accounts.load(
                payment.invoke(Payment::terms).order().debtor().orElseThrow().toString());
    }
}
