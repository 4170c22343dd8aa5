package io.ledgerbank.command.model;

import static io.ledgerbank.command.model.ReferenceRules.refuse;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.payment.StatementHeard.Said;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.command.model.ReferencePayment.Claim;
import io.ledgerbank.command.model.ReferencePayment.Word;
import java.time.Duration;
import java.util.Optional;

/** What the reference bank makes of other banks' answers. */
final class ReferenceOutcomes {

    private static final int MOST_INQUIRIES = 64;
    private static final Duration LONGEST_DOUBT = Duration.ofHours(4);

    private final Books books;

    ReferenceOutcomes(Books books) {
        this.books = books;
    }

    void start(StartAttempt command) {
        ReferencePayment payment = books.payment(command.paymentId());
        refuse(payment.activity == Activity.PAUSED, Reason.PAYMENT_PAUSED);
        refuse(payment.step != Step.SUBMIT, Reason.ALREADY_PROCESSED);
        refuse(command.attempt() != payment.attempts + 1, Reason.ALREADY_PROCESSED);
        if (books.debtorOf(payment).status == AccountStatus.FROZEN) {
            fail(payment, Reason.ACCOUNT_FROZEN);
            return;
        }
        payment.status = PaymentStatus.PROCESSING;
        payment.step = Step.AWAIT_ANSWER;
        payment.attempts++;
        payment.askedSince = books.now;
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
                } else if (command.attempt() == payment.attempts) {
                    denied(payment, not.reason());
                }
            }
            case Outcome.Returned returned -> returned(payment, command.attempt(), returned);
            case Outcome.Unknown unknown -> {
                if (payment.isAsked(command.attempt()) && payment.step != Step.PARKED) {
                    unknown(payment, unknown.reason());
                }
            }
        }
    }

    private void executed(ReferencePayment payment, Outcome.Executed outcome) {
        if (payment.status.isFinal()) {
            refuse(payment.attempts == 0, Reason.ALREADY_PROCESSED);
            executedAfterTheEnd(payment, outcome.bankReference());
            return;
        }
        payment.executions.add(outcome.bankReference());
        ReferenceAccount debtor = books.debtorOf(payment);
        debtor.holds.remove(payment.id);
        debtor.posted -= payment.order.amount().minorUnits();
        books.settle(payment.order.amount().minorUnits());
        payment.end(PaymentStatus.COMPLETED, Optional.empty());
    }

    private void executedAfterTheEnd(ReferencePayment payment, String reference) {
        Word word = new Word(Said.EXECUTED, Optional.empty(), Optional.of(reference));
        boolean known = payment.executions.contains(reference);
        if (payment.step == Step.DISPUTED) {
            boolean takenBack = payment.claim.orElseThrow().claimed() == Execution.NOT_EXECUTED;
            hear(payment, word, known && !takenBack);
        } else if (!known) {
            books.further(payment, reference);
        }
    }

    /** The bank says that it did not execute what has ended. */
    private void denied(ReferencePayment payment, Reason reason) {
        Claim claim = new Claim(Execution.NOT_EXECUTED, Optional.of(reason), Optional.empty());
        boolean repeated = payment.claim.equals(Optional.of(claim));
        if (payment.step == Step.DISPUTED) {
            hear(payment, new Word(Said.NOT_EXECUTED, Optional.of(reason), Optional.empty()), repeated);
        } else if (payment.status == PaymentStatus.COMPLETED && !repeated) {
            books.contradict(payment, claim);
        }
    }

    private static void hear(ReferencePayment payment, Word word, boolean repeated) {
        if (!repeated && !payment.heard.contains(word)) {
            payment.heard.add(word);
            payment.happenings++;
        }
    }

    private void notExecuted(ReferencePayment payment, Reason reason) {
        int most = ReferencePayments.mostAttempts(reason);
        if (payment.attempts >= most) {
            if (most > 1 || reason == Reason.BANK_REASON_UNMAPPED) {
                payment.park(reason, true);
            } else {
                fail(payment, reason);
            }
            return;
        }
        payment.step = Step.SUBMIT;
        payment.happenings++;
        payment.inquiries = 0;
        payment.lastReason = Optional.of(reason);
    }

    /** The limits of the day on which it was held count it no longer. */
    private void returned(ReferencePayment payment, int attempt, Outcome.Returned outcome) {
        if (payment.attempts == 0) {
            return;
        }
        String reference = outcome.bankReference();
        Word word = new Word(Said.RETURNED, Optional.of(outcome.reason()), Optional.of(reference));
        boolean known = payment.returns.contains(reference);
        if (payment.status == PaymentStatus.COMPLETED && payment.step == Step.DONE) {
            if (!known) {
                books.settle(-payment.order.amount().minorUnits());
                books.giveBack(payment, outcome.reason());
                payment.returns.add(reference);
            }
        } else if (payment.status.isFinal()) {
            hear(payment, word, known);
        } else if (payment.step == Step.SUBMIT || payment.isAsked(attempt)) {
            fail(payment, outcome.reason());
            hear(payment, word, known);
        }
    }

    private void fail(ReferencePayment payment, Reason reason) {
        books.debtorOf(payment).release(payment.id);
        payment.end(PaymentStatus.FAILED, Optional.of(reason));
    }

    private void unknown(ReferencePayment payment, Reason reason) {
        boolean tooLong = !books.now.isBefore(payment.askedSince.plus(LONGEST_DOUBT));
        if (payment.inquiries == MOST_INQUIRIES || tooLong) {
            payment.park(reason, false);
            return;
        }
        payment.lastReason = Optional.of(reason);
        payment.step = Step.INQUIRE;
        payment.happenings++;
        payment.inquiries++;
    }
}
