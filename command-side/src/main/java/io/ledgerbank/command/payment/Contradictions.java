package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentTerms;
import io.ledgerbank.api.payment.SettlementConfirmed;
import io.ledgerbank.api.payment.StatementHeard;
import io.ledgerbank.api.payment.StatementHeard.Said;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.account.Moment;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;

/**
 * Records what a bank says about a payment that has ended. It moves no customer's money: what speaks against the end is booked
 * to suspense until a person has found out, and what the bank says meanwhile is written down for that person.
 */
public record Contradictions(BankCalendar calendar) {

    /** @throws RejectedException {@code already_processed} when the bank was never told of it */
    void executed(Aggregate<Payment> payment, PaymentProgress progress, Outcome.Executed claim) {
        if (progress.attempts() == 0) {
            throw new RejectedException(
                    Reason.ALREADY_PROCESSED, "The payment has ended as " + progress.status() + " and was never sent");
        }
        StatementHeard statement = statement(
                payment,
                progress,
                Said.EXECUTED,
                Optional.empty(),
                Optional.of(claim.bankReference()),
                Optional.of(claim.valueDate()));
        BankWords words = payment.invoke(Payment::words);
        if (progress.step() == Step.DISPUTED && words.deny()) {
            hearOnce(payment, words, statement);
        } else if (progress.step() == Step.DISPUTED) {
            hear(payment, words, statement);
        } else if (!words.repeat(statement)) {
            record(payment, afterTheEnd(words, payment.invoke(Payment::terms), statement, calendar.moment()));
        }
    }

    /** Of the current attempt: that an earlier one was not executed, whatever ended the payment, says nothing. */
    void notExecuted(Aggregate<Payment> payment, PaymentProgress progress, Outcome.NotExecuted claim) {
        StatementHeard statement = statement(
                payment, progress, Said.NOT_EXECUTED, Optional.of(claim.reason()), Optional.empty(), Optional.empty());
        BankWords words = payment.invoke(Payment::words);
        if (progress.step() == Step.DISPUTED) {
            hear(payment, words, statement);
        } else if (!words.repeat(statement)) {
            record(payment, contradicted(payment.invoke(Payment::terms), statement, calendar.moment()));
        }
    }

    /** Whose money has come back is what a person finds out; of a payment that has failed, it was never gone. */
    void returned(Aggregate<Payment> payment, PaymentProgress progress, Outcome.Returned claim) {
        hear(
                payment,
                payment.invoke(Payment::words),
                statement(
                        payment,
                        progress,
                        Said.RETURNED,
                        Optional.of(claim.reason()),
                        Optional.of(claim.bankReference()),
                        Optional.of(claim.valueDate())));
    }

    /** An execution that is heard of after the end: what a person has settled is that one, any other is one too many. */
    public static PaymentEvent afterTheEnd(BankWords words, PaymentTerms terms, StatementHeard executed, Moment now) {
        return words.lackReference()
                ? new SettlementConfirmed(
                        terms.id(),
                        executed.bankReference().orElseThrow(),
                        executed.valueDate().orElseThrow(),
                        now.time())
                : contradicted(terms, executed, now);
    }

    private static OutcomeContradicted contradicted(PaymentTerms terms, StatementHeard statement, Moment now) {
        Creditor creditor = terms.order().externalCreditor().orElseThrow();
        return new OutcomeContradicted(
                terms.id(),
                statement.attempt(),
                statement.said() == Said.EXECUTED ? Execution.EXECUTED : Execution.NOT_EXECUTED,
                statement.reason(),
                statement.bankReference(),
                creditor.bankCode(),
                terms.order().amount(),
                now.day(),
                statement.valueDate().orElse(now.day()),
                now.time());
    }

    /** What the bank denied is told again under the reference that is known: it takes its word back. */
    private static void hearOnce(Aggregate<Payment> payment, BankWords words, StatementHeard statement) {
        if (!words.contain(statement)) {
            record(payment, statement);
        }
    }

    private static void hear(Aggregate<Payment> payment, BankWords words, StatementHeard statement) {
        if (!words.repeat(statement)) {
            record(payment, statement);
        }
    }

    private StatementHeard statement(
            Aggregate<Payment> payment,
            PaymentProgress progress,
            Said said,
            Optional<Reason> reason,
            Optional<String> bankReference,
            Optional<LocalDate> valueDate) {
        return new StatementHeard(
                payment.invoke(Payment::terms).id(),
                progress.attempts(),
                said,
                reason,
                bankReference,
                valueDate,
                calendar.now());
    }

    private static void record(Aggregate<Payment> payment, PaymentEvent event) {
        payment.execute(ended -> ended.record(event));
    }
}
