package io.ledgerbank.command.payment;

import io.ledgerbank.api.payment.ContradictionResolved;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.OutcomeResolved;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.SettlementConfirmed;
import io.ledgerbank.api.payment.StatementHeard;
import io.ledgerbank.api.payment.StatementHeard.Said;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a bank has said about one payment, as far as it matters to what it says next: a fold of the payment's events.
 *
 * @param executions references of those that are booked, in dispute, or decided about: told again, they are repeats
 * @param returns references of those that are booked or decided about
 * @param onPersonsWord what stands on the word of a person, which the bank may still bear out or belie
 * @param contradiction what the bank said against how the payment ended, the last time that it did
 * @param heard what it has said besides, and nobody has dealt with
 */
public record BankWords(
        Set<String> executions,
        Set<String> returns,
        OnPersonsWord onPersonsWord,
        Optional<OutcomeContradicted> contradiction,
        List<StatementHeard> heard) {

    /** What only a person has said. */
    enum OnPersonsWord {
        NOTHING,
        /** That the bank executed the payment: it has not told its reference. */
        EXECUTION,
        /** That it did not, against what it had said first: the debtor has the money back. */
        NO_EXECUTION
    }

    static final BankWords NONE = new BankWords(Set.of(), Set.of(), OnPersonsWord.NOTHING, Optional.empty(), List.of());

    /** The words after one more event of the same payment. */
    public BankWords after(PaymentEvent event) {
        return switch (event) {
            case OutcomeResolved resolved
            when resolved.outcome() == Execution.EXECUTED ->
                new BankWords(executions, returns, OnPersonsWord.EXECUTION, contradiction, heard);
            case PaymentSettled settled when !lackReference() -> told(settled.bankReference());
            case SettlementConfirmed confirmed -> told(confirmed.bankReference());
            case PaymentReturned returned ->
                new BankWords(executions, with(returns, returned.bankReference()), onPersonsWord, contradiction, heard);
            case OutcomeContradicted claim ->
                new BankWords(
                        claim.bankReference()
                                .map(reference -> with(executions, reference))
                                .orElse(executions),
                        returns,
                        onPersonsWord,
                        Optional.of(claim),
                        heard);
            case ContradictionResolved resolved -> foundOut(resolved);
            case StatementHeard statement ->
                new BankWords(
                        executions,
                        returns,
                        onPersonsWord,
                        contradiction,
                        Stream.concat(heard.stream(), Stream.of(statement)).toList());
            default -> this;
        };
    }

    /** Whether the bank has said so before, and it was booked, decided or kept for whoever decides. */
    boolean repeat(StatementHeard statement) {
        return contain(statement)
                || switch (statement.said()) {
                    case EXECUTED -> executions.contains(reference(statement));
                    case RETURNED -> returns.contains(reference(statement));
                    case NOT_EXECUTED ->
                        contradiction
                                .filter(claim -> claim.claimed() == Execution.NOT_EXECUTED)
                                .filter(claim -> claim.reason().equals(statement.reason()))
                                .isPresent();
                };
    }

    /** Whether it is written down for whoever finds out. */
    boolean contain(StatementHeard statement) {
        return heard.stream().anyMatch(statement::repeats);
    }

    /** Whether the bank's last word against the end was that it did not execute the payment. */
    boolean deny() {
        return contradiction
                .filter(claim -> claim.claimed() == Execution.NOT_EXECUTED)
                .isPresent();
    }

    /** Whether the next reference is that of the execution which a person has settled. */
    public boolean lackReference() {
        return onPersonsWord == OnPersonsWord.EXECUTION;
    }

    /** Whether the debtor has the money of a payment that ended like this, so that an execution is the first. */
    public boolean leaveMoneyWithDebtor(PaymentStatus end) {
        return end == PaymentStatus.FAILED
                || (end == PaymentStatus.RETURNED && onPersonsWord == OnPersonsWord.NO_EXECUTION);
    }

    /** Money that came back, which nobody has booked. */
    public Optional<StatementHeard> returned() {
        return heard.stream()
                .filter(statement -> statement.said() == Said.RETURNED)
                .findFirst();
    }

    /** An execution that nobody has booked or decided about. */
    public Optional<StatementHeard> executed() {
        return heard.stream().filter(this::isFurtherExecution).findFirst();
    }

    private boolean isFurtherExecution(StatementHeard statement) {
        return statement.said() == Said.EXECUTED && !executions.contains(reference(statement));
    }

    private BankWords told(String reference) {
        return new BankWords(with(executions, reference), returns, OnPersonsWord.NOTHING, contradiction, heard);
    }

    /** All that was heard is dealt with, but for further executions. An execution that is denied may be told of anew. */
    private BankWords foundOut(ContradictionResolved resolved) {
        Set<String> cameBack = Stream.concat(
                        returns.stream(),
                        heard.stream()
                                .filter(statement -> statement.said() == Said.RETURNED)
                                .map(BankWords::reference))
                .collect(Collectors.toUnmodifiableSet());
        List<StatementHeard> left =
                heard.stream().filter(this::isFurtherExecution).toList();
        boolean denied = resolved.claimed() == Execution.NOT_EXECUTED && resolved.outcome() == Execution.NOT_EXECUTED;
        return denied
                ? new BankWords(Set.of(), cameBack, OnPersonsWord.NO_EXECUTION, contradiction, left)
                : new BankWords(executions, cameBack, onPersonsWord, contradiction, left);
    }

    private static String reference(StatementHeard statement) {
        return statement.bankReference().orElseThrow();
    }

    private static Set<String> with(Set<String> references, String reference) {
        return Stream.concat(references.stream(), Stream.of(reference)).collect(Collectors.toUnmodifiableSet());
    }
}
