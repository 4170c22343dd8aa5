package io.ledgerbank.api.payment;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment was accepted; what it moves is held or moved in the same append.
 *
 * @param ownerId whose payment it is: the debtor account's owner, or for a deposit the creditor account's
 * @param debtorIban present when an account of ours is the debtor
 */
public record PaymentCreated(
        PaymentId paymentId, UserId ownerId, PaymentOrder order, Optional<Iban> debtorIban, Instant createdAt)
        implements PaymentEvent {}
