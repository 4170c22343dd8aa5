package io.ledgerbank.command.model;

import static io.ledgerbank.command.model.ReferenceRules.isText;
import static io.ledgerbank.command.model.ReferenceRules.refuse;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.operation.CompensatePayment;
import io.ledgerbank.api.operation.NotePayment;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.PausePayment;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.operation.ResumePayment;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.StatementHeard.Said;
import io.ledgerbank.api.payment.Step;
import java.util.Optional;

/** What administrators of the reference bank do about payments to other banks. */
final class ReferenceOperations {

    /** What waits for a second administrator, and how much had happened to the payment by then. */
    record Proposed(ResolvePayment resolution, int happenings) {}

    private static final int LONGEST_REASON = 255;
    private static final int LONGEST_EVIDENCE = 1000;
    private static final long ALONE_UP_TO = 1000;

    private final Books books;

    ReferenceOperations(Books books) {
        this.books = books;
    }

    /** What it takes a second administrator for. */
    Optional<Proposed> operate(Operation command) {
        ReferencePayment payment = operable(command);
        switch (command) {
            case RetryPayment retry -> retry(payment);
            case CompensatePayment compensate -> compensate(payment);
            case PausePayment pause -> {
                requireGoingOn(payment);
                refuse(payment.activity == Activity.PAUSED, Reason.ALREADY_PROCESSED);
                payment.activity = Activity.PAUSED;
            }
            case ResumePayment resume -> {
                requireGoingOn(payment);
                refuse(payment.activity == Activity.RUNNING, Reason.ALREADY_PROCESSED);
                payment.activity = Activity.RUNNING;
            }
            case NotePayment note -> {}
            case ResolvePayment resolve -> {
                requireResolvable(payment, resolve.outcome());
                if (amount(payment) > books.debtorOf(payment).wholeUnits(ALONE_UP_TO)) {
                    return Optional.of(new Proposed(resolve, payment.happenings));
                }
                resolve(payment, resolve.outcome());
            }
        }
        payment.happenings++;
        return Optional.empty();
    }

    void agreed(Proposed proposed) {
        ReferencePayment payment = books.payment(proposed.resolution().paymentId());
        refuse(payment.happenings != proposed.happenings(), Reason.PAYMENT_MOVED_ON);
        Execution outcome = proposed.resolution().outcome();
        requireResolvable(payment, outcome);
        resolve(payment, outcome);
        payment.happenings++;
    }

    private ReferencePayment operable(Operation command) {
        refuse(!command.caller().isAdmin(), Reason.INSUFFICIENT_PERMISSIONS);
        refuse(!isText(command.reason(), LONGEST_REASON), Reason.INVALID_EXPLANATION);
        if (command instanceof ResolvePayment resolve) {
            refuse(!isText(resolve.evidence(), LONGEST_EVIDENCE), Reason.INVALID_EVIDENCE);
        }
        ReferencePayment payment = books.payment(command.paymentId());
        refuse(!payment.isExternal() || !payment.isMade, Reason.PAYMENT_NOT_FOUND);
        return payment;
    }

    private void retry(ReferencePayment payment) {
        requireGoingOn(payment);
        refuse(payment.activity == Activity.PAUSED, Reason.PAYMENT_PAUSED);
        refuse(payment.step == Step.AWAIT_ANSWER, Reason.NOTHING_TO_RETRY);
        payment.askedSince = books.now;
        if (payment.step == Step.PARKED) {
            payment.step = payment.certain ? Step.SUBMIT : Step.INQUIRE;
            payment.inquiries = payment.certain ? 0 : 1;
        }
    }

    private void compensate(ReferencePayment payment) {
        requireGoingOn(payment);
        boolean certain = payment.step == Step.PARKED && payment.certain;
        refuse(payment.step != Step.SUBMIT && !certain, Reason.OUTCOME_UNKNOWN);
        books.debtorOf(payment).release(payment.id);
        if (payment.status == PaymentStatus.PENDING) {
            payment.end(PaymentStatus.CANCELLED, Optional.empty());
        } else {
            payment.end(PaymentStatus.FAILED, payment.lastReason);
        }
    }

    private static void requireGoingOn(ReferencePayment payment) {
        refuse(payment.status.isFinal(), Reason.ALREADY_PROCESSED);
    }

    private void requireResolvable(ReferencePayment payment, Execution outcome) {
        refuse(payment.step == Step.DONE, Reason.ALREADY_PROCESSED);
        refuse(payment.step != Step.PARKED && payment.step != Step.DISPUTED, Reason.NOT_PARKED);
        boolean takenLate = payment.step == Step.DISPUTED
                && isClaimed(payment, Execution.EXECUTED)
                && outcome == Execution.EXECUTED
                && payment.moneyHeardOf().isEmpty();
        if (takenLate) {
            boolean first = payment.status == PaymentStatus.FAILED
                    || (payment.status == PaymentStatus.RETURNED && payment.givenBack);
            refuse(!first, Reason.EXECUTED_TWICE);
            ReferenceAccount debtor = books.debtorOf(payment);
            debtor.requireOpen();
            refuse(debtor.status == AccountStatus.FROZEN, Reason.ACCOUNT_FROZEN);
            refuse(amount(payment) > debtor.available(), Reason.INSUFFICIENT_FUNDS);
        }
    }

    private void resolve(ReferencePayment payment, Execution outcome) {
        if (payment.step == Step.PARKED) {
            resolveParked(payment, outcome);
            return;
        }
        Optional<ReferencePayment.Word> back = payment.moneyHeardOf();
        boolean right = isClaimed(payment, outcome);
        payment.step = Step.DONE;
        if (isClaimed(payment, Execution.EXECUTED)) {
            resolveExecution(payment, outcome, back.isPresent());
        } else {
            resolveDenial(payment, outcome);
        }
        if (!right && payment.status == PaymentStatus.COMPLETED && back.isPresent()) {
            books.settle(-amount(payment));
            books.giveBack(payment, back.get().reason().orElseThrow());
        }
        forgetWhatWasHeard(payment, right);
    }

    private void forgetWhatWasHeard(ReferencePayment payment, boolean right) {
        payment.heard.stream()
                .filter(word -> word.said() == Said.RETURNED)
                .forEach(word -> payment.returns.add(word.reference().orElseThrow()));
        payment.heard.removeIf(word -> !payment.isFurtherExecution(word));
        if (right && isClaimed(payment, Execution.NOT_EXECUTED)) {
            payment.executions.clear();
            payment.lacksReference = false;
            payment.givenBack = true;
        }
        payment.heard.stream()
                .findFirst()
                .ifPresent(word -> books.further(payment, word.reference().orElseThrow()));
    }

    private static boolean isClaimed(ReferencePayment payment, Execution outcome) {
        return payment.claim.orElseThrow().claimed() == outcome;
    }

    private void resolveParked(ReferencePayment payment, Execution outcome) {
        ReferenceAccount debtor = books.debtorOf(payment);
        if (outcome == Execution.NOT_EXECUTED) {
            debtor.release(payment.id);
            payment.end(PaymentStatus.FAILED, payment.lastReason);
            return;
        }
        debtor.holds.remove(payment.id);
        debtor.posted -= amount(payment);
        books.settle(amount(payment));
        payment.lacksReference = true;
        payment.end(PaymentStatus.COMPLETED, Optional.empty());
    }

    /** What was not executed, or has come back, changes nothing; for anything else the debtor pays. */
    private void resolveExecution(ReferencePayment payment, Execution outcome, boolean isBack) {
        books.suspend(amount(payment));
        if (outcome == Execution.NOT_EXECUTED || isBack) {
            books.settle(-amount(payment));
            return;
        }
        ReferenceAccount debtor = books.debtorOf(payment);
        Creditor creditor = payment.order.externalCreditor().orElseThrow();
        debtor.posted -= amount(payment);
        debtor.count(
                payment.id,
                books.today(),
                new ReferenceAccount.Order(
                        Optional.of(creditor.iban()), amount(payment), payment.order.remittanceInformation()),
                books.now);
        payment.isTakenLate = true;
        payment.givesNothingBack = false;
        payment.givenBack = false;
        payment.end(PaymentStatus.COMPLETED, Optional.empty());
    }

    private void resolveDenial(ReferencePayment payment, Execution outcome) {
        books.suspend(-amount(payment));
        if (outcome == Execution.EXECUTED) {
            books.settle(amount(payment));
            return;
        }
        books.giveBack(
                payment, payment.claim.flatMap(ReferencePayment.Claim::reason).orElseThrow());
    }

    private static long amount(ReferencePayment payment) {
        return payment.order.amount().minorUnits();
    }
}
