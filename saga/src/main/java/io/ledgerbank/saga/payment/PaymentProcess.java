package io.ledgerbank.saga.payment;

import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.saga.payment.NextAction.Inquire;
import io.ledgerbank.saga.payment.NextAction.Nothing;
import io.ledgerbank.saga.payment.NextAction.Submit;
import java.time.Duration;
import java.time.Instant;

/**
 * The whole process of an external payment: what each step calls for. How often and how patiently anything is repeated is
 * no matter of this table; the payment decides that by the error catalogue and records when the step is due.
 *
 * @param grace how long after an attempt's deadline its request may still be on its way to the bank
 */
public record PaymentProcess(Duration grace) {

    public NextAction next(PaymentProgress payment) {
        return switch (payment.step()) {
            case SUBMIT -> new Submit(payment.attempts() + 1, payment.due());
            case AWAIT_ANSWER ->
                new Inquire(payment.attempts(), 1, payment.due().plus(grace));
            case INQUIRE -> new Inquire(payment.attempts(), payment.inquiries(), payment.due());
            case AWAIT_DAY, PARKED, DONE -> new Nothing();
        };
    }

    /**
     * Whether a request of the current attempt may reach the bank after this moment, so that what the bank says about it
     * at this moment, other than an outcome, proves nothing.
     */
    public boolean mayStillArrive(PaymentProgress payment, Instant moment) {
        return payment.attemptDeadline()
                .map(deadline -> moment.isBefore(deadline.plus(grace)))
                .orElse(true);
    }
}
