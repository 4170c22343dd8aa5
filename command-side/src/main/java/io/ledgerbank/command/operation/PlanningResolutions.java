package io.ledgerbank.command.operation;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.payment.OutcomeResolved;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentSettled;
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
                PlanningDisputes.plan(
                        command, situation, situation.words().contradiction().orElseThrow(), approvedBy);
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
}
