package io.ledgerbank.command.operation;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.payment.ContradictionResolved;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.StatementHeard;
import io.ledgerbank.command.account.AccountFacts;
import io.ledgerbank.command.payment.BankWords;
import io.ledgerbank.command.payment.Contradictions;
import java.util.Optional;

/** What follows when a person has found out whether a bank is right that contradicts how a payment ended. Pure. */
final class PlanningDisputes {

    private PlanningDisputes() {}

    /** The suspense account is even again afterwards, unless the bank has told of one more execution meanwhile. */
    static Plan plan(
            ResolvePayment command, Situation situation, OutcomeContradicted claim, Optional<UserId> approvedBy) {
        Optional<StatementHeard> sentBack = situation.words().returned();
        boolean undone = claim.claimed() == Execution.EXECUTED && command.outcome() == Execution.EXECUTED;
        ContradictionResolved resolved =
                resolved(command, situation, claim, approvedBy, undone ? sentBack : Optional.empty());
        return withWhatElseWasExecuted(situation, decided(resolved, situation, claim, sentBack));
    }

    private static Plan decided(
            ContradictionResolved resolved,
            Situation situation,
            OutcomeContradicted claim,
            Optional<StatementHeard> sentBack) {
        if (resolved.outcome() != claim.claimed()) {
            return asItEnded(resolved, situation, sentBack);
        }
        return switch (claim.claimed()) {
            case EXECUTED ->
                resolved.returnReference().isPresent()
                        ? Plan.of(resolved)
                        : executedAfterAll(resolved, situation, claim);
            case NOT_EXECUTED -> notExecutedAfterAll(resolved, situation, claim);
        };
    }

    /** What a bank has sent back meanwhile of a payment that it did execute, the debtor gets in the same append. */
    private static Plan asItEnded(
            ContradictionResolved resolved, Situation situation, Optional<StatementHeard> sentBack) {
        Plan even = Plan.of(resolved);
        boolean executed = situation.progress().status() == PaymentStatus.COMPLETED;
        return sentBack.filter(statement -> executed)
                .map(statement -> even.and(new PaymentReturned(
                                situation.id(),
                                statement.reason().orElseThrow(),
                                statement.bankReference().orElseThrow(),
                                situation.now().time()))
                        .with(new FundsMove.TakeBack(
                                situation.booking(
                                        InternalAccount.settlement(
                                                situation.creditor().bankCode()),
                                        statement.valueDate().orElseThrow()),
                                situation.heldOn())))
                .orElse(even);
    }

    private static Plan executedAfterAll(
            ContradictionResolved resolved, Situation situation, OutcomeContradicted claim) {
        if (!situation.words().leaveMoneyWithDebtor(situation.progress().status())) {
            throw new RejectedException(Reason.EXECUTED_TWICE, Reason.EXECUTED_TWICE.description());
        }
        requirePayable(situation.debtor(), situation);
        return Plan.of(
                        resolved,
                        new PaymentSettled(
                                situation.id(),
                                claim.bankReference().orElseThrow(),
                                claim.valueDate(),
                                situation.now().time(),
                                Optional.of(situation.now().day())))
                .with(new FundsMove.Debit(situation.booking(InternalAccount.SUSPENSE, claim.valueDate())));
    }

    private static Plan notExecutedAfterAll(
            ContradictionResolved resolved, Situation situation, OutcomeContradicted claim) {
        return Plan.of(
                        resolved,
                        new PaymentReturned(
                                situation.id(),
                                claim.reason().orElseThrow(),
                                situation.id().toString(),
                                situation.now().time()))
                .with(new FundsMove.TakeBack(
                        situation.booking(InternalAccount.SUSPENSE, claim.valueDate()), situation.heldOn()));
    }

    /** It does not get lost because the bank has told of it when it was not its turn. */
    private static Plan withWhatElseWasExecuted(Situation situation, Plan plan) {
        BankWords after = plan.after(situation.words());
        return after.executed()
                .map(execution ->
                        plan.and(Contradictions.afterTheEnd(after, situation.terms(), execution, situation.now())))
                .orElse(plan);
    }

    private static ContradictionResolved resolved(
            ResolvePayment command,
            Situation situation,
            OutcomeContradicted claim,
            Optional<UserId> approvedBy,
            Optional<StatementHeard> undoneBy) {
        return new ContradictionResolved(
                situation.id(),
                command.caller().userId(),
                command.reason(),
                claim.claimed(),
                command.outcome(),
                command.evidence(),
                approvedBy,
                claim.bank(),
                claim.amount(),
                situation.now().day(),
                claim.valueDate(),
                situation.now().time(),
                undoneBy.flatMap(StatementHeard::bankReference));
    }

    /** It is a new debit, for the hold has been released since. */
    private static void requirePayable(AccountFacts debtor, Situation situation) {
        if (debtor.status() == AccountStatus.CLOSED) {
            throw new RejectedException(Reason.ACCOUNT_INACTIVE, "The debtor's account is closed");
        }
        if (debtor.status() == AccountStatus.FROZEN) {
            throw new RejectedException(Reason.ACCOUNT_FROZEN, "The debtor's account is frozen");
        }
        if (situation.terms().order().amount().isGreaterThan(debtor.available())) {
            throw new RejectedException(
                    Reason.INSUFFICIENT_FUNDS, "The debtor's available balance is smaller than the amount");
        }
    }
}
