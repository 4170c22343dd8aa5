package io.ledgerbank.command.payment;

import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentReversed;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.ReversePayment;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.account.Moment;
import io.ledgerbank.command.approval.Approvals;
import io.ledgerbank.command.approval.Executor;
import io.ledgerbank.command.approval.Threshold;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Takes completed payments back by payments the other way, linked to them in the same append; beyond a threshold once a
 * second person agrees.
 */
final class ReversingPayments implements Executor<Proposal.Reversal> {

    private final Repository<Payment> newPayments;
    private final KnownPayments payments;
    private final DecidingPayments deciding;
    private final MakingPayments making;
    private final Threshold threshold;
    private final Approvals approvals;
    private final BankCalendar calendar;

    ReversingPayments(
            Repository<Payment> newPayments,
            DecidingPayments deciding,
            MakingPayments making,
            Threshold threshold,
            Approvals approvals,
            BankCalendar calendar) {
        this.newPayments = newPayments;
        this.payments = new KnownPayments(newPayments);
        this.deciding = deciding;
        this.making = making;
        this.threshold = threshold;
        this.approvals = approvals;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision<PaymentDetails> handle(ReversePayment command) throws Exception {
        command.caller().requireStaff();
        Aggregate<Payment> original = payments.load(command.paymentId());
        Money amount = amountOf(command.amount(), original);
        Proposal.Reversal reversal =
                new Proposal.Reversal(command.paymentId(), command.reversalId(), amount, command.reason());
        Moment now = calendar.moment();
        Decided decided = decide(original, reversal, command.caller(), now);
        return threshold.isExceededBy(original.invoke(Payment::reversed).plus(amount))
                ? approvals.propose(reversal, command.reason(), command.caller())
                : new Decision.Done<>(reverse(original, reversal, decided, now));
    }

    @Override
    public Optional<Rejection> refusalOf(Caller caller) {
        return caller.isStaff()
                ? Optional.empty()
                : Optional.of(
                        Rejection.of(Reason.INSUFFICIENT_PERMISSIONS, Reason.INSUFFICIENT_PERMISSIONS.description()));
    }

    @Override
    public void carryOut(Proposal.Reversal reversal, Caller approver) throws Exception {
        Aggregate<Payment> original = payments.load(reversal.paymentId());
        amountOf(Optional.of(reversal.amount()), original);
        Moment now = calendar.moment();
        reverse(original, reversal, decide(original, reversal, approver, now), now);
    }

    private Decided decide(Aggregate<Payment> original, Proposal.Reversal reversal, Caller caller, Moment now) {
        PaymentOrder order = original.invoke(Payment::terms).order();
        return deciding.backwards(ReversalOrder.of(order, reversal.amount(), reversal.reason()), caller, now);
    }

    private PaymentDetails reverse(Aggregate<Payment> original, Proposal.Reversal reversal, Decided decided, Moment now)
            throws Exception {
        PaymentCreated created = making.reversal(reversal.reversalId(), reversal.paymentId(), decided, now.time());
        PaymentDetails answer = making.make(created, decided, newPayments.newInstance(() -> new Payment(created)));
        PaymentReversed reversed =
                new PaymentReversed(reversal.paymentId(), reversal.reversalId(), reversal.amount(), now.time());
        original.execute(payment -> payment.record(reversed));
        return answer;
    }

    private static Money amountOf(Optional<Money> asked, Aggregate<Payment> original) {
        if (original.invoke(Payment::progress).status() != PaymentStatus.COMPLETED
                || original.invoke(Payment::terms).order() instanceof PaymentOrder.External) {
            throw refused("Only completed payments within our own books are taken back");
        }
        Money left = original.invoke(Payment::notReversed);
        Money amount = asked.orElse(left);
        if (!amount.currency().equals(left.currency())) {
            throw new RejectedException(Reason.CURRENCY_MISMATCH, "The payment was made in " + left.currency());
        }
        if (!left.isPositive() || amount.isGreaterThan(left)) {
            throw refused(left + " of the payment is left to take back");
        }
        return amount;
    }

    private static RejectedException refused(String detail) {
        return new RejectedException(Reason.NOT_REVERSIBLE, detail);
    }
}
