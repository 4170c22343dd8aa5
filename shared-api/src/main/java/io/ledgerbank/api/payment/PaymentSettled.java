package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;
import java.time.LocalDate;

/** The bank executed the payment. */
public record PaymentSettled(PaymentId paymentId, String bankReference, LocalDate valueDate, Instant settledAt)
        implements PaymentEvent {}
