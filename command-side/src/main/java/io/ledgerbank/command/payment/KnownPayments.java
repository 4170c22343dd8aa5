package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** The payments there are, and for whom. */
public final class KnownPayments {

    private final Repository<Payment> payments;

    KnownPayments(Repository<Payment> payments) {
        this.payments = payments;
    }

    /** @throws RejectedException {@code payment_not_found} */
    public Aggregate<Payment> load(PaymentId id) {
        try {
            return payments.load(id.toString());
        } catch (AggregateNotFoundException unknown) {
            throw notFound(id);
        }
    }

    /** @throws RejectedException {@code payment_not_found}, too, when it is neither the caller's nor is the caller staff */
    Aggregate<Payment> loadFor(Caller caller, PaymentId id) {
        Aggregate<Payment> payment = load(id);
        if (!caller.isStaff() && !caller.owns(payment.invoke(Payment::terms).ownerId())) {
            throw notFound(id);
        }
        return payment;
    }

    private static RejectedException notFound(PaymentId id) {
        return new RejectedException(Reason.PAYMENT_NOT_FOUND, "There is no payment " + id);
    }
}
