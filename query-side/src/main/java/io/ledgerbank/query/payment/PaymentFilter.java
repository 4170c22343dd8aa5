package io.ledgerbank.query.payment;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import java.time.Instant;
import java.util.Optional;

/**
 * Which payments are asked for.
 *
 * @param accountId of the debtor or the creditor
 * @param from the earliest time of creation, inclusive
 * @param to the latest time of creation, exclusive
 */
public record PaymentFilter(
        Optional<AccountId> accountId,
        Optional<PaymentStatus> status,
        Optional<PaymentType> type,
        Optional<Instant> from,
        Optional<Instant> to) {}
