package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentTerms;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.account.Moment;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what a bank says against how a payment ended. It moves no customer's money: a bank that contradicts itself has it
 * booked to suspense, and a person finds out. What it says meanwhile is for that person to hear, and what it repeats after that has
 * been dealt with.
 */
record Contradictions(BankCalendar calendar) {

    private static final Logger LOG = LoggerFactory.getLogger(Contradictions.class);

    /** @throws RejectedException {@code already_processed} when the bank was never told of it */
    void executed(Aggregate<Payment> payment, PaymentProgress progress, Outcome.Executed claim) {
        if (progress.attempts() == 0) {
            throw new RejectedException(
                    Reason.ALREADY_PROCESSED, "The payment has ended as " + progress.status() + " and was never sent");
        }
        record(
                payment,
                progress,
                Execution.EXECUTED,
                Optional.empty(),
                Optional.of(claim.bankReference()),
                Optional.of(claim.valueDate()));
    }

    void notExecuted(Aggregate<Payment> payment, PaymentProgress progress, Outcome.NotExecuted claim) {
        record(
                payment,
                progress,
                Execution.NOT_EXECUTED,
                Optional.of(claim.reason()),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the money has come back is what the person finds out. */
    void returned(Aggregate<Payment> payment) {
        LOG.warn("Payment {} is disputed, and its bank now says that it has come back", payment.identifier());
    }

    private void record(
            Aggregate<Payment> payment,
            PaymentProgress progress,
            Execution claimed,
            Optional<Reason> reason,
            Optional<String> bankReference,
            Optional<LocalDate> valueDate) {
        PaymentTerms terms = payment.invoke(Payment::terms);
        boolean saidBefore = payment.invoke(Payment::contradiction)
                .filter(before -> before.claimed() == claimed
                        && before.reason().equals(reason)
                        && before.bankReference().equals(bankReference))
                .isPresent();
        if (saidBefore || progress.step() == Step.DISPUTED) {
            LOG.warn("Payment {} was disputed already when its bank said {}", terms.id(), claimed);
            return;
        }
        Creditor creditor = terms.order().externalCreditor().orElseThrow();
        Moment now = calendar.moment();
        OutcomeContradicted contradicted = new OutcomeContradicted(
                terms.id(),
                progress.attempts(),
                claimed,
                reason,
                bankReference,
                creditor.bankCode(),
                terms.order().amount(),
                now.day(),
                valueDate.orElse(now.day()),
                now.time());
        payment.execute(ended -> ended.record(contradicted));
    }
}
