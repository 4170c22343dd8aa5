package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Outcome;

/** What a bank told us unasked, after its signature was checked; the outcome is certain one way or the other. */
public record BankNotification(BankCode bank, PaymentId instructionId, Outcome outcome) {}
