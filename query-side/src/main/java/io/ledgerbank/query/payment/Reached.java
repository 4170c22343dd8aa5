package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.RowFold;

/** How far a payment has come, and the position of the last event that this reflects. */
record Reached(PaymentProgress progress, long lastPosition) {

    /** @param first with which the payment begins */
    static Reached whenBegun(PaymentEvent first, long position) {
        return new Reached(PaymentLife.startingWith(first).progress(), position);
    }

    /** Folds one more event of the payment, unless it is reflected already. */
    void moveOn(Recorded<PaymentEvent> recorded, RowFold<Reached> rows) {
        if (recorded.position() > lastPosition) {
            PaymentEvent event = recorded.event();
            rows.put(event.paymentId().value(), new Reached(progress.after(event), recorded.position()));
        }
    }
}
