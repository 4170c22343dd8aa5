package io.ledgerbank.query.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentType;
import java.util.List;
import java.util.Optional;

/**
 * What a payment did when it changed something else.
 *
 * @param reversalOf the payment that it takes back
 * @param steps what happened to it for the same command, in their order
 * @param bankCall the last request to the bank until then, with what was known of its outcome, if there was one
 */
public record PaymentCause(
        PaymentType type, Optional<PaymentId> reversalOf, List<PaymentStep> steps, Optional<BankCall> bankCall) {}
