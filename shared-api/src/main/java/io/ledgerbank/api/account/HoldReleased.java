package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;

/** Money that was held is available again: the payment certainly did not happen. */
public record HoldReleased(AccountId accountId, PaymentId paymentId, Money amount) implements AccountEvent {}
