package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;

/**
 * Call a payment off; the answer is the payment. Refused with {@code already_processed} once it has been made or sent to a
 * bank, and with {@code payment_not_found} to whom it does not concern.
 */
public record CancelPayment(PaymentId paymentId, Caller caller) {}
