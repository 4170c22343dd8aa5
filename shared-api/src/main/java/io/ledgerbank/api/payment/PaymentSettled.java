package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The bank executed the payment.
 *
 * @param heldOn the booking day on whose limits its hold counts; absent where it counts on none, as those of the first
 *     revision, and from events of the first revision
 */
public record PaymentSettled(
        PaymentId paymentId, String bankReference, LocalDate valueDate, Instant settledAt, Optional<LocalDate> heldOn)
        implements PaymentEvent {}
