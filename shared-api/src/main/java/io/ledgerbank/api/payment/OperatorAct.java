package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.UserId;

/** What a person of the bank's staff did about a payment, and why. */
public sealed interface OperatorAct
        permits PaymentPaused,
                PaymentResumed,
                PaymentNoted,
                RetryOrdered,
                CompensationOrdered,
                OutcomeResolved,
                ContradictionResolved {

    UserId actor();

    String reason();
}
