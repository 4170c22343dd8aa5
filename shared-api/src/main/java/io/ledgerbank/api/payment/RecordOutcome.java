package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;

/**
 * Record what became of an attempt: captures the hold, releases it, or leaves it, as the outcome and the error catalogue
 * demand. Recording the outcome of a final payment again is accepted and changes nothing.
 */
public record RecordOutcome(PaymentId paymentId, int attempt, Outcome outcome) {}
