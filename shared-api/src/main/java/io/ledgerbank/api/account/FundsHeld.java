package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;

/** Money was set aside for one payment. The hold ends only by capture or release, never by time. */
public record FundsHeld(AccountId accountId, PaymentId paymentId, Money amount) implements AccountEvent {}
