package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;

/**
 * Nobody can tell yet whether the bank executed the attempt; it will be asked.
 *
 * @param inquiry the number of the inquiry to come, 1 for the first of this attempt
 * @param catalogueVersion of the error catalogue that said when
 */
public record OutcomeUnknown(
        PaymentId paymentId,
        int attempt,
        int inquiry,
        Reason reason,
        Instant recordedAt,
        Instant nextInquiryAt,
        int catalogueVersion)
        implements PaymentEvent {}
