package io.ledgerbank.command.model;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.api.user.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A payment of the reference bank. */
final class ReferencePayment {

    final PaymentId id;
    final UserId owner;
    final Caller orderedBy;
    final List<Instant> laterTries;
    PaymentOrder order;
    PaymentStatus status = PaymentStatus.PENDING;
    Step step = Step.SUBMIT;
    Optional<Reason> lastReason = Optional.empty();
    int attempts;
    int inquiries;
    long deferrals;
    long reversed;

    ReferencePayment(PaymentId id, UserId owner, PaymentOrder order, Caller orderedBy, List<Instant> laterTries) {
        this.id = id;
        this.owner = owner;
        this.order = order;
        this.orderedBy = orderedBy;
        this.laterTries = laterTries;
    }

    boolean isExternal() {
        return order instanceof PaymentOrder.External;
    }

    /** An answer of its bank is about what was sent last, and still open. */
    boolean isAsked(int attempt) {
        return status == PaymentStatus.PROCESSING && step != Step.SUBMIT && attempt == attempts;
    }

    /** What is left to take back. */
    long notReversed() {
        return order.amount().minorUnits() - reversed;
    }

    /** For people to look at; what is parked stays so for the reason it was. */
    void park(Reason reason) {
        if (step != Step.PARKED) {
            step = Step.PARKED;
            lastReason = Optional.of(reason);
        }
    }

    void end(PaymentStatus end, Optional<Reason> reason) {
        status = end;
        step = Step.DONE;
        lastReason = reason;
    }

    BankState.PaymentState state() {
        long left = status == PaymentStatus.COMPLETED ? notReversed() : 0;
        return new BankState.PaymentState(status, step, attempts, inquiries, left, lastReason);
    }
}
