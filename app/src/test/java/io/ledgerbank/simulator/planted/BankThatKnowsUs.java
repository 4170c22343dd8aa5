package io.ledgerbank.simulator.planted;

import io.ledgerbank.api.payment.PaymentId;

/** Planted: an external bank that shares our classes. */
public record BankThatKnowsUs(PaymentId payment) {}
