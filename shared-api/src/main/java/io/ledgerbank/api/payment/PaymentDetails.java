package io.ledgerbank.api.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A payment as clients see one. */
public record PaymentDetails(
        PaymentId id,
        PaymentType type,
        Money amount,
        Optional<AccountId> debtorAccountId,
        Optional<AccountId> creditorAccountId,
        Optional<Creditor> creditor,
        String remittanceInformation,
        Optional<String> endToEndId,
        Priority priority,
        Optional<LocalDate> executionDate,
        Optional<LocalDate> valueDate,
        Optional<PaymentId> reversalOf,
        PaymentStatus status,
        String isoStatus,
        Instant createdAt,
        Optional<Instant> completedAt,
        int attempts,
        Optional<Failure> failure) {

    /** Why a payment failed. */
    public record Failure(Reason code, Optional<String> isoReason) {}

    public static PaymentDetails of(PaymentTerms terms, PaymentProgress progress) {
        PaymentOrder order = terms.order();
        return new PaymentDetails(
                terms.id(),
                order.type(),
                order.amount(),
                order.debtor(),
                order.creditorAccount(),
                order.externalCreditor(),
                order.remittanceInformation(),
                order.endToEndId(),
                order.priority(),
                order.executionDate(),
                order.valueDate(),
                terms.reversalOf(),
                progress.status(),
                progress.isoStatus(),
                terms.createdAt(),
                progress.completedAt(),
                progress.attempts(),
                failureOf(progress));
    }

    private static Optional<Failure> failureOf(PaymentProgress progress) {
        if (progress.status() != PaymentStatus.FAILED) {
            return Optional.empty();
        }
        return progress.lastReason().map(reason -> new Failure(reason, reason.isoReason()));
    }
}
