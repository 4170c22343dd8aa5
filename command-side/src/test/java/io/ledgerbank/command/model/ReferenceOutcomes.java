package io.ledgerbank.command.model;

import static io.ledgerbank.command.model.ReferenceRules.refuse;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.command.model.ReferencePayment.Claim;
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
        refuse(payment.activity == Activity.PAUSED, Reason.PAYMENT_PAUSED);
        refuse(payment.step != Step.SUBMIT, Reason.ALREADY_PROCESSED);
        refuse(command.attempt() != payment.attempts + 1, Reason.ALREADY_PROCESSED);
        payment.status = PaymentStatus.PROCESSING;
        payment.step = Step.AWAIT_ANSWER;
        payment.attempts++;
        payment.inquiries = 0;
        payment.happenings++;
    }

    void record(RecordOutcome command) {
        ReferencePayment payment = books.payment(command.paymentId());
        switch (command.outcome()) {
            case Outcome.Executed executed -> executed(payment, executed);
            case Outcome.NotExecuted not -> {
                if (payment.isAsked(command.attempt())) {
                    notExecuted(payment, not.reason());
                } else if (payment.status == PaymentStatus.COMPLETED && command.attempt() == payment.attempts) {
                    contradict(payment, new Claim(Execution.NOT_EXECUTED, Optional.of(not.reason()), Optional.empty()));
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

    private void executed(ReferencePayment payment, Outcome.Executed outcome) {
        if (payment.status == PaymentStatus.COMPLETED || payment.status == PaymentStatus.RETURNED) {
            return;
        }
        if (payment.status.isFinal()) {
            refuse(payment.attempts == 0, Reason.ALREADY_PROCESSED);
            contradict(payment, new Claim(Execution.EXECUTED, Optional.empty(), Optional.of(outcome.bankReference())));
            return;
        }
        ReferenceAccount debtor = books.debtorOf(payment);
        debtor.holds.remove(payment.id);
        debtor.posted -= payment.order.amount().minorUnits();
        books.settle(payment.order.amount().minorUnits());
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
        payment.happenings++;
        payment.inquiries = 0;
        payment.lastReason = Optional.of(reason);
    }

    /** The limits of the day on which it was held count it no longer. */
    private void returned(ReferencePayment payment, int attempt, Reason reason) {
        if (payment.step == Step.DISPUTED) {
            return;
        }
        if (payment.status == PaymentStatus.COMPLETED) {
            books.settle(-payment.order.amount().minorUnits());
            ReferenceAccount debtor = books.debtorOf(payment);
            debtor.posted += payment.order.amount().minorUnits();
            if (!payment.givesNothingBack) {
                debtor.counted.removeIf(debit -> debit.payment().equals(payment.id));
            }
            payment.end(PaymentStatus.RETURNED, Optional.of(reason));
        } else if (payment.isAsked(attempt)) {
            fail(payment, reason);
        }
    }

    /** No customer's money moves; what the bank says twice it has said once. */
    private void contradict(ReferencePayment payment, Claim claim) {
        if (payment.step == Step.DISPUTED || payment.claim.equals(Optional.of(claim))) {
            return;
        }
        long amount = payment.order.amount().minorUnits();
        long owed = claim.claimed() == Execution.EXECUTED ? amount : -amount;
        books.settle(owed);
        books.suspend(-owed);
        payment.claim = Optional.of(claim);
        payment.step = Step.DISPUTED;
        payment.happenings++;
        payment.lastReason = claim.reason().or(() -> payment.lastReason);
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
        payment.happenings++;
        payment.inquiries++;
    }
}
