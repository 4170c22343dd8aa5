package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The bank says that it executed a payment which a person had settled without it, and by which reference it knows it. Nothing
 * moves; the next execution that it tells of under another reference is another one.
 */
public record SettlementConfirmed(PaymentId paymentId, String bankReference, LocalDate valueDate, Instant confirmedAt)
        implements PaymentEvent {}
