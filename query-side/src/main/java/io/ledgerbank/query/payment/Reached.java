package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.RowFold;

/** How far a payment has come, and the position of the last event that this reflects. */
record Reached(PaymentProgress progress, long lastPosition) {

    static Reached whenCreated(PaymentCreated event, long position) {
        return new Reached(PaymentProgress.of(event), position);
    }

    /** Folds one more event of the payment, unless it is reflected already. */
    void moveOn(Recorded<PaymentEvent> recorded, RowFold<Reached> rows) {
        if (recorded.position() > lastPosition) {
            PaymentEvent event = recorded.event();
            rows.put(event.paymentId().value(), new Reached(progress.after(event), recorded.position()));
        }
    }
}
