package io.ledgerbank.simulator.planted;

import io.ledgerbank.api.id.PaymentId;

/** Planted: an external bank that shares our classes. */
public record BankThatKnowsUs(PaymentId payment) {}
