package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentTerms;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.account.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Records what became of an attempt at a bank and draws the consequence for payment and account together: funds are
 * captured when the bank executed, released when it certainly did not and will not be asked again, and held otherwise.
 */
final class RecordingOutcomes {

    private final Repository<Account> accounts;
    private final KnownPayments payments;
    private final BankCalendar calendar;
    private final Contradictions contradictions;

    RecordingOutcomes(Repository<Account> accounts, KnownPayments payments, BankCalendar calendar) {
        this.accounts = accounts;
        this.payments = payments;
        this.calendar = calendar;
        this.contradictions = new Contradictions(calendar);
    }

    @CommandHandler
    void handle(RecordOutcome command) {
        Aggregate<Payment> payment = payments.load(command.paymentId());
        PaymentProgress progress = payment.invoke(Payment::progress);
        switch (command.outcome()) {
            case Outcome.Executed executed -> executed(payment, progress, executed);
            case Outcome.NotExecuted notExecuted -> {
                if (concernsCurrentAttempt(command, progress)) {
                    notExecuted(payment, progress, notExecuted);
                } else if (isContradicted(command, progress)) {
                    contradictions.notExecuted(payment, progress, notExecuted);
                }
            }
            case Outcome.Returned returned -> returned(command, payment, progress, returned);
            case Outcome.Unknown unknown -> {
                if (concernsCurrentAttempt(command, progress) && progress.step() != Step.PARKED) {
                    unknown(payment, progress, unknown);
                }
            }
        }
    }

    /** A final payment, one that waits to be sent again, and one with a later attempt have nothing to learn any more. */
    private static boolean concernsCurrentAttempt(RecordOutcome command, PaymentProgress progress) {
        return !progress.status().isFinal()
                && progress.step() != Step.SUBMIT
                && command.attempt() == progress.attempts();
    }

    /** That the last attempt was not executed contradicts a payment that is completed, and a claim that it was. */
    private static boolean isContradicted(RecordOutcome command, PaymentProgress progress) {
        return command.attempt() == progress.attempts()
                && (progress.status() == PaymentStatus.COMPLETED || progress.step() == Step.DISPUTED);
    }

    private void executed(Aggregate<Payment> payment, PaymentProgress progress, Outcome.Executed outcome) {
        if (progress.status().isFinal()) {
            contradictions.executed(payment, progress, outcome);
            return;
        }
        PaymentTerms terms = payment.invoke(Payment::terms);
        Moment now = calendar.moment();
        Aggregate<Account> debtor = debtor(terms);
        PaymentSettled settlement = new PaymentSettled(
                terms.id(),
                outcome.bankReference(),
                outcome.valueDate(),
                now.time(),
                debtor.invoke(account -> account.heldOn(terms.id())));
        debtor.execute(account -> account.capture(AbroadBooking.atTheBank(terms, now, outcome.valueDate())));
        payment.execute(settled -> settled.record(settlement));
    }

    private void notExecuted(Aggregate<Payment> payment, PaymentProgress progress, Outcome.NotExecuted outcome) {
        PaymentId id = payment.invoke(Payment::terms).id();
        Instant now = calendar.now();
        Optional<Duration> wait = RetryTiming.beforeNextAttempt(id, progress.attempts(), outcome);
        if (wait.isPresent()) {
            payment.execute(failed -> failed.record(new AttemptFailed(
                    id, progress.attempts(), outcome.reason(), now, now.plus(wait.get()), ErrorCatalog.version())));
            return;
        }
        if (isForAPerson(outcome.reason())) {
            park(
                    payment,
                    progress,
                    PaymentParked.notExecuted(id, progress.attempts(), outcome, now, ErrorCatalog.version()));
            return;
        }
        fail(payment, outcome.reason());
    }

    /** What may succeed later, and what a bank means by a word that nobody here knows. All else is final. */
    private static boolean isForAPerson(Reason reason) {
        return reason.category().mayPass() || reason == Reason.BANK_REASON_UNMAPPED;
    }

    /** What was parked because nobody knew is parked anew once it is certain. */
    private static void park(Aggregate<Payment> payment, PaymentProgress progress, PaymentParked parking) {
        if (progress.certain().isEmpty()) {
            payment.execute(parked -> parked.record(parking));
        }
    }

    private void fail(Aggregate<Payment> payment, Reason reason) {
        PaymentTerms terms = payment.invoke(Payment::terms);
        PaymentFailed failure = new PaymentFailed(terms.id(), reason, calendar.now(), ErrorCatalog.version());
        debtor(terms).execute(account -> account.release(terms.id()));
        payment.execute(failed -> failed.record(failure));
    }

    /** What came back before anybody knew that it had left has never left. */
    private void returned(
            RecordOutcome command, Aggregate<Payment> payment, PaymentProgress progress, Outcome.Returned outcome) {
        if (progress.attempts() == 0) {
            return;
        }
        if (progress.status() == PaymentStatus.COMPLETED && progress.step() != Step.DISPUTED) {
            takeBack(payment, outcome);
        } else if (progress.status().isFinal()) {
            contradictions.returned(payment, progress, outcome);
        } else if (progress.step() == Step.SUBMIT || concernsCurrentAttempt(command, progress)) {
            fail(payment, outcome.reason());
            contradictions.returned(payment, progress, outcome);
        }
    }

    private void takeBack(Aggregate<Payment> payment, Outcome.Returned outcome) {
        if (payment.invoke(Payment::words).returns().contains(outcome.bankReference())) {
            return;
        }
        Moment now = calendar.moment();
        PaymentTerms terms = payment.invoke(Payment::terms);
        Optional<LocalDate> heldOn = payment.invoke(Payment::heldOn);
        debtor(terms)
                .execute(account -> account.takeBack(AbroadBooking.atTheBank(terms, now, outcome.valueDate()), heldOn));
        payment.execute(completed -> completed.record(
                new PaymentReturned(terms.id(), outcome.reason(), outcome.bankReference(), now.time())));
    }

    private void unknown(Aggregate<Payment> payment, PaymentProgress progress, Outcome.Unknown outcome) {
        PaymentId id = payment.invoke(Payment::terms).id();
        int attempt = progress.attempts();
        Instant now = calendar.now();
        Duration doubt = Duration.between(payment.invoke(Payment::askedSince), now);
        payment.execute(unknown -> unknown.record(RetryTiming.beforeNextInquiry(id, progress, outcome, doubt)
                .map(wait -> new OutcomeUnknown(
                        id,
                        attempt,
                        progress.inquiries() + 1,
                        outcome.reason(),
                        now,
                        now.plus(wait),
                        ErrorCatalog.version()))
                .<PaymentEvent>map(event -> event)
                .orElseGet(() -> new PaymentParked(id, attempt, outcome.reason(), now, ErrorCatalog.version()))));
    }

    private Aggregate<Account> debtor(PaymentTerms terms) {
        return accounts.load(terms.order().debtor().orElseThrow().toString());
    }
}
