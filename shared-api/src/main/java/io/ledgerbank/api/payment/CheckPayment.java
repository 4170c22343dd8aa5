package io.ledgerbank.api.payment;

import io.ledgerbank.api.user.Caller;

/** Say whether {@link CreatePayment} would be refused now, as it would be refused; nothing happens either way. */
public record CheckPayment(PaymentOrder order, Caller caller) {}
