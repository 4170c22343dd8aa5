package io.ledgerbank.command.operation;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.payment.ContradictionResolved;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.OutcomeResolved;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.command.account.AccountFacts;
import java.time.LocalDate;
import java.util.Optional;

/** What follows from a person's knowledge of what a bank did. Pure. */
final class PlanningResolutions {

    private PlanningResolutions() {}

    /** @throws RejectedException when nobody waits for that knowledge, or the debtor's account does not allow what follows */
    static Plan plan(ResolvePayment command, Situation situation, Optional<UserId> approvedBy) {
        return switch (situation.progress().step()) {
            case PARKED -> parked(command, situation, approvedBy);
            case DISPUTED ->
                disputed(command, situation, situation.contradiction().orElseThrow(), approvedBy);
            case DONE ->
                throw new RejectedException(
                        Reason.ALREADY_PROCESSED,
                        "The payment has ended as " + situation.progress().status() + " already");
            case AWAIT_DAY, SUBMIT, AWAIT_ANSWER, INQUIRE ->
                throw new RejectedException(Reason.NOT_PARKED, Reason.NOT_PARKED.description());
        };
    }

    private static Plan parked(ResolvePayment command, Situation situation, Optional<UserId> approvedBy) {
        PaymentId id = situation.id();
        OutcomeResolved resolved = new OutcomeResolved(
                id,
                command.caller().userId(),
                command.reason(),
                command.outcome(),
                command.evidence(),
                approvedBy,
                situation.now().time());
        return switch (command.outcome()) {
            case EXECUTED -> {
                LocalDate today = situation.now().day();
                InternalAccount settlement =
                        InternalAccount.settlement(situation.creditor().bankCode());
                yield Plan.of(
                                resolved,
                                new PaymentSettled(
                                        id,
                                        id.toString(),
                                        today,
                                        situation.now().time(),
                                        situation.heldOn()))
                        .with(new FundsMove.Capture(situation.booking(settlement, today)));
            }
            case NOT_EXECUTED ->
                Plan.of(
                                resolved,
                                new PaymentFailed(
                                        id,
                                        situation.progress().lastReason().orElseThrow(),
                                        situation.now().time(),
                                        ErrorCatalog.version()))
                        .with(new FundsMove.Release(id));
        };
    }

    /** The suspense account is even again afterwards: with our account at the bank, or with the debtor's. */
    private static Plan disputed(
            ResolvePayment command, Situation situation, OutcomeContradicted claim, Optional<UserId> approvedBy) {
        ContradictionResolved resolved = new ContradictionResolved(
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
                situation.now().time());
        if (command.outcome() != claim.claimed()) {
            return Plan.of(resolved);
        }
        return switch (claim.claimed()) {
            case EXECUTED -> executedAfterAll(resolved, situation, claim);
            case NOT_EXECUTED -> notExecutedAfterAll(resolved, situation, claim);
        };
    }

    private static Plan executedAfterAll(
            ContradictionResolved resolved, Situation situation, OutcomeContradicted claim) {
        requirePayable(situation.debtor(), situation);
        String reference = claim.bankReference().orElseGet(() -> situation.id().toString());
        return Plan.of(
                        resolved,
                        new PaymentSettled(
                                situation.id(),
                                reference,
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
