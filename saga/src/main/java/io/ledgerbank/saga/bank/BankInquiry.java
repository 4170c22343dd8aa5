package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;

/**
 * A question to a bank about an attempt whose outcome nobody here knows.
 *
 * @param doubt why it is unknown
 */
public record BankInquiry(PaymentId instructionId, Reason doubt) {}
