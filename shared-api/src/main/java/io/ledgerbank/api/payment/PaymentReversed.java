package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import java.time.Instant;

/**
 * Money of a completed payment was taken back, by another payment in the same append.
 *
 * @param reversalId the payment the other way
 * @param amount what it took back; all reversals of a payment together take no more than it moved
 */
public record PaymentReversed(PaymentId paymentId, PaymentId reversalId, Money amount, Instant reversedAt)
        implements PaymentEvent {}
