package io.ledgerbank.command.model;

import static io.ledgerbank.command.model.ReferenceRules.refuse;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.payment.Step;
import java.util.Optional;

/** What the reference bank makes of other banks' answers. */
final class ReferenceOutcomes {

    private static final int MOST_INQUIRIES = 64;

    private final Books books;

    ReferenceOutcomes(Books books) {
        this.books = books;
    }

    void start(StartAttempt command) {
        ReferencePayment payment = books.payment(command.paymentId());
        refuse(payment.step != Step.SUBMIT, Reason.ALREADY_PROCESSED);
        refuse(command.attempt() != payment.attempts + 1, Reason.ALREADY_PROCESSED);
        payment.status = PaymentStatus.PROCESSING;
        payment.step = Step.AWAIT_ANSWER;
        payment.attempts++;
        payment.inquiries = 0;
    }

    void record(RecordOutcome command) {
        ReferencePayment payment = books.payment(command.paymentId());
        switch (command.outcome()) {
            case Outcome.Executed executed -> executed(payment);
            case Outcome.NotExecuted not -> {
                if (payment.isAsked(command.attempt())) {
                    notExecuted(payment, not.reason());
                }
            }
            case Outcome.Returned returned -> returned(payment, command.attempt(), returned.reason());
            case Outcome.Unknown unknown -> {
                if (payment.isAsked(command.attempt()) && payment.step != Step.PARKED) {
                    unknown(payment, unknown.reason());
                }
            }
        }
    }

    private void executed(ReferencePayment payment) {
        if (payment.status == PaymentStatus.COMPLETED || payment.status == PaymentStatus.RETURNED) {
            return;
        }
        refuse(payment.status.isFinal(), Reason.ALREADY_PROCESSED);
        ReferenceAccount debtor = books.debtorOf(payment);
        debtor.holds.remove(payment.id);
        debtor.posted -= payment.order.amount().minorUnits();
        payment.end(PaymentStatus.COMPLETED, Optional.empty());
    }

    private void notExecuted(ReferencePayment payment, Reason reason) {
        if (reason == Reason.BANK_REASON_UNMAPPED) {
            payment.park(reason);
            return;
        }
        if (payment.attempts >= ReferencePayments.mostAttempts(reason)) {
            fail(payment, reason);
            return;
        }
        payment.step = Step.SUBMIT;
        payment.inquiries = 0;
        payment.lastReason = Optional.of(reason);
    }

    /** The limits of the day on which it was held count it no longer. */
    private void returned(ReferencePayment payment, int attempt, Reason reason) {
        if (payment.status == PaymentStatus.COMPLETED) {
            ReferenceAccount debtor = books.debtorOf(payment);
            debtor.posted += payment.order.amount().minorUnits();
            debtor.counted.removeIf(debit -> debit.payment().equals(payment.id));
            payment.end(PaymentStatus.RETURNED, Optional.of(reason));
        } else if (payment.isAsked(attempt)) {
            fail(payment, reason);
        }
    }

    private void fail(ReferencePayment payment, Reason reason) {
        books.debtorOf(payment).release(payment.id);
        payment.end(PaymentStatus.FAILED, Optional.of(reason));
    }

    private static void unknown(ReferencePayment payment, Reason reason) {
        if (payment.inquiries == MOST_INQUIRIES) {
            payment.park(reason);
            return;
        }
        payment.lastReason = Optional.of(reason);
        payment.step = Step.INQUIRE;
        payment.inquiries++;
    }
}
