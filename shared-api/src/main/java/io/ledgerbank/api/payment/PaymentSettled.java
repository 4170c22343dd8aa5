package io.ledgerbank.api.payment;

import java.time.Instant;
import java.time.LocalDate;

/** The bank executed the payment. */
public record PaymentSettled(PaymentId paymentId, String bankReference, LocalDate valueDate, Instant settledAt)
        implements PaymentEvent {}
