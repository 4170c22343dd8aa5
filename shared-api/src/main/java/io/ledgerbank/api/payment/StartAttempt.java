package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Record that the bank is about to be called; the answer is the {@link BankInstruction} to send. It is empty where nothing is
 * sent any more, because the debtor's account is frozen: then the payment has failed.
 *
 * @param attempt 1 for the first; refused unless it is the next one and the payment waits to be sent
 * @param timeout how long to wait for the bank's answer before the outcome counts as unknown
 */
public record StartAttempt(@TargetAggregateIdentifier PaymentId paymentId, int attempt, Duration timeout) {}
