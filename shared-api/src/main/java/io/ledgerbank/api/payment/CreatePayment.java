package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;

/** Move money as ordered: decided, and its funds moved or held, in one append. */
public record CreatePayment(PaymentId paymentId, PaymentOrder order, Caller caller) {}
