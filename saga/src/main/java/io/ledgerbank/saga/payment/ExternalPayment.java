package io.ledgerbank.saga.payment;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.Priority;

/**
 * What the saga has to know of a payment to an external bank.
 *
 * @param correlationId the conversation in which it was created
 */
record ExternalPayment(
        PaymentId id, BankCode bank, Money amount, Priority priority, String correlationId, PaymentProgress progress) {

    boolean isAt(long sequence) {
        return progress.sequence() == sequence;
    }

    /** Why its outcome is unknown; an attempt that was merely never answered has timed out. */
    Reason doubt() {
        return progress.outcomeUnknown() ? progress.lastReason().orElse(Reason.TIMEOUT) : Reason.TIMEOUT;
    }
}
