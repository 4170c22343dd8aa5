package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Leave to a person what became of an attempt, because its bank cannot be asked. Nothing happens when the payment has moved on.
 *
 * @param reason why the outcome is unknown
 */
public record ParkPayment(@TargetAggregateIdentifier PaymentId paymentId, int attempt, Reason reason) {}
