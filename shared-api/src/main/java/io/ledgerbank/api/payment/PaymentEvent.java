package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;

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
