package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;

/** What happened to a payment. */
public sealed interface PaymentEvent
        permits PaymentScheduled,
                ExecutionDeferred,
                PaymentCreated,
                AttemptStarted,
                AttemptFailed,
                OutcomeUnknown,
                PaymentParked,
                PaymentCompleted,
                PaymentSettled,
                PaymentFailed,
                PaymentCancelled,
                PaymentReversed,
                PaymentReturned,
                PaymentPaused,
                PaymentResumed,
                PaymentNoted,
                RetryOrdered,
                CompensationOrdered,
                OutcomeResolved,
                OutcomeContradicted,
                ContradictionResolved,
                StatementHeard,
                SettlementConfirmed {

    PaymentId paymentId();
}
