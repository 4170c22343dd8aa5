package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;

/**
 * A question to a bank about an attempt whose outcome nobody here knows.
 *
 * @param amount the sum that was ordered
 * @param doubt why it is unknown
 */
public record BankInquiry(PaymentId instructionId, Money amount, Reason doubt) {}
