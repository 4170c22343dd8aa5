package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RetryPolicy;
import io.ledgerbank.api.error.RetryRules;
import io.ledgerbank.api.payment.PaymentProgress;
import java.util.Optional;

/**
 * The error catalogue's rule by which a saga goes on after trouble.
 *
 * @param action {@code RETRY} sends the payment again, {@code INQUIRE} asks the bank what became of it
 * @param maxAttempts tries in all, the first included; 0 when the reason allows none
 * @param delayMs the wait before the second
 */
public record SagaRule(Reason reason, String category, Action action, int maxAttempts, String backoff, long delayMs) {

    /** What is tried again. */
    public enum Action {
        RETRY,
        INQUIRE
    }

    static Optional<SagaRule> of(PaymentProgress progress) {
        RetryRules rules = ErrorCatalog.rules();
        return progress.lastReason()
                .map(reason -> progress.outcomeUnknown() ? ofInquiries(reason, rules) : ofRetries(reason, rules));
    }

    static SagaRule ofRetries(Reason reason, RetryRules rules) {
        return of(reason, Action.RETRY, rules.of(reason.category()));
    }

    static SagaRule ofInquiries(Reason reason, RetryRules rules) {
        return of(reason, Action.INQUIRE, rules.inquiries());
    }

    private static SagaRule of(Reason reason, Action action, RetryPolicy policy) {
        return new SagaRule(
                reason,
                reason.category().code(),
                action,
                policy.maxAttempts(),
                policy.backoff().code(),
                policy.delay().toMillis());
    }
}
