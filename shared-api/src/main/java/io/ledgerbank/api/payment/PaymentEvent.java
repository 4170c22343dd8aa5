package io.ledgerbank.api.payment;

/** What happened to a payment. */
public sealed interface PaymentEvent
        permits PaymentCreated,
                AttemptStarted,
                AttemptFailed,
                OutcomeUnknown,
                PaymentParked,
                PaymentCompleted,
                PaymentSettled,
                PaymentFailed {

    PaymentId paymentId();
}
