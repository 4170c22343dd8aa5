package io.ledgerbank.command.operation;

import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.operation.CompensatePayment;
import io.ledgerbank.api.operation.NotePayment;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.OperationPreview;
import io.ledgerbank.api.operation.PausePayment;
import io.ledgerbank.api.operation.PaymentStanding;
import io.ledgerbank.api.operation.PreviewOperation;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.operation.ResumePayment;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.command.approval.Approvals;
import io.ledgerbank.command.approval.Executor;
import io.ledgerbank.command.approval.Threshold;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** Lets administrators operate payments, or tells what it would do; what is resolved beyond a threshold takes two of them. */
final class OperatingPayments implements Executor<Proposal.Resolution> {

    private final OperablePayments payments;
    private final Threshold threshold;
    private final Approvals approvals;

    OperatingPayments(OperablePayments payments, Threshold threshold, Approvals approvals) {
        this.payments = payments;
        this.threshold = threshold;
        this.approvals = approvals;
    }

    @CommandHandler
    PaymentStanding handle(RetryPayment command) {
        return operate(command);
    }

    @CommandHandler
    PaymentStanding handle(CompensatePayment command) {
        return operate(command);
    }

    @CommandHandler
    PaymentStanding handle(PausePayment command) {
        return operate(command);
    }

    @CommandHandler
    PaymentStanding handle(ResumePayment command) {
        return operate(command);
    }

    @CommandHandler
    PaymentStanding handle(NotePayment command) {
        return operate(command);
    }

    @CommandHandler
    Decision<PaymentStanding> handle(ResolvePayment command) throws Exception {
        OperatorRules.require(command);
        OperatedPayment operated = payments.load(command);
        Plan plan = PlanningOperations.plan(command, operated.situation());
        if (!takesTwo(command, operated.situation())) {
            return new Decision.Done<>(operated.happens(plan));
        }
        Proposal.Resolution proposal = new Proposal.Resolution(
                command.paymentId(),
                command.outcome(),
                command.evidence(),
                command.reason(),
                operated.situation().progress().step(),
                Optional.of(operated.situation().progress().sequence()),
                command.caller().userId());
        return approvals.propose(proposal, command.reason(), command.caller());
    }

    @CommandHandler
    OperationPreview handle(PreviewOperation command) {
        Operation operation = command.operation();
        OperatorRules.require(operation);
        Situation situation = payments.load(operation).situation();
        return Previews.of(situation, PlanningOperations.plan(operation, situation), takesTwo(operation, situation));
    }

    @Override
    public Optional<Rejection> refusalOf(Caller caller) {
        return OperatorRules.refusalOf(caller);
    }

    @Override
    public void carryOut(Proposal.Resolution proposal, Caller approver) {
        OperatedPayment operated = payments.load(proposal.paymentId());
        requireUnmoved(proposal, operated.situation().progress().sequence());
        ResolvePayment asked = new ResolvePayment(
                proposal.paymentId(),
                proposal.outcome(),
                proposal.evidence(),
                proposal.reason(),
                Optional.empty(),
                new Caller(proposal.proposedBy(), Role.ADMIN));
        operated.happens(PlanningResolutions.plan(asked, operated.situation(), Optional.of(approver.userId())));
    }

    /** What was found out about one attempt says nothing about another, nor does it know what a bank has said since. */
    private static void requireUnmoved(Proposal.Resolution proposal, long sequence) {
        if (proposal.sequence().filter(asked -> asked == sequence).isEmpty()) {
            throw new RejectedException(Reason.PAYMENT_MOVED_ON, Reason.PAYMENT_MOVED_ON.description());
        }
    }

    private boolean takesTwo(Operation operation, Situation situation) {
        return operation instanceof ResolvePayment
                && threshold.isExceededBy(situation.terms().order().amount());
    }

    private PaymentStanding operate(Operation command) {
        OperatorRules.require(command);
        OperatedPayment operated = payments.load(command);
        return operated.happens(PlanningOperations.plan(command, operated.situation()));
    }
}
