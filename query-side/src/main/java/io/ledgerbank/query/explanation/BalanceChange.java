package io.ledgerbank.query.explanation;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.query.payment.PaymentCause;
import java.time.Instant;
import java.util.Optional;

/**
 * One event that changed what an account is worth, and why it happened.
 *
 * @param position the event's place in the whole log
 * @param sequence its place in the account's history
 * @param type what happened
 * @param change what it added or took
 * @param after what there was afterwards
 * @param actor who asked for it: a user's id, {@code anonymous}, or {@code system}; of somebody else staff alone are told
 * @param paymentId the payment that it happened for, if it happened for one
 * @param counterparty the other side, where the event names it
 * @param payment what the payment did then, for those whose payment it is and for staff
 */
public record BalanceChange(
        long position,
        long sequence,
        String type,
        Instant recordedAt,
        Amounts change,
        Amounts after,
        Optional<String> actor,
        Optional<String> correlationId,
        Optional<PaymentId> paymentId,
        Optional<Counterparty> counterparty,
        Optional<String> remittanceInformation,
        Optional<PaymentCause> payment) {}
