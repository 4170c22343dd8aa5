package io.ledgerbank.api.account;

import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentId;

/** Money that was held is available again: the payment certainly did not happen. */
public record HoldReleased(AccountId accountId, PaymentId paymentId, Money amount) implements AccountEvent {}
