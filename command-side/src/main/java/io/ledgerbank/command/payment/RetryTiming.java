package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.RetryPolicy;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentProgress;
import java.time.Duration;
import java.util.Optional;

/** How long to wait before a bank is called or asked again: the error catalogue's word, and nobody else's. */
final class RetryTiming {

    private RetryTiming() {}

    /** The wait before the next attempt, or nothing when the catalogue has no other for this reason. */
    static Optional<Duration> beforeNextAttempt(PaymentId paymentId, int attempt, Outcome.NotExecuted outcome) {
        RetryPolicy policy = outcome.reason().retryPolicy();
        return policy.delayAfter(attempt)
                .map(delay -> delay.plus(jitter(paymentId, attempt, delay, policy.mostJitterPerMille())))
                .map(delay -> longer(delay, askedFor(outcome.retryAfter(), ErrorCatalog.longestWaitAskedFor())));
    }

    /**
     * The wait before the next inquiry, or nothing when the bank has been asked often enough, or for long enough.
     *
     * @param doubt since when the bank is asked
     */
    static Optional<Duration> beforeNextInquiry(
            PaymentId paymentId, PaymentProgress progress, Outcome.Unknown outcome, Duration doubt) {
        if (doubt.compareTo(ErrorCatalog.longestDoubt()) >= 0) {
            return Optional.empty();
        }
        RetryPolicy policy = ErrorCatalog.inquiries();
        Optional<Duration> delay =
                progress.inquiries() == 0 ? Optional.of(policy.delay()) : policy.delayAfter(progress.inquiries());
        return delay.map(wait -> wait.plus(jitter(paymentId, progress.inquiries(), wait, policy.mostJitterPerMille())))
                .map(wait -> longer(wait, askedFor(outcome.retryAfter(), ErrorCatalog.longestWaitBetweenInquiries())));
    }

    private static Duration askedFor(Optional<Duration> retryAfter, Duration longest) {
        Duration wish = retryAfter.orElse(Duration.ZERO);
        return wish.compareTo(longest) > 0 ? longest : wish;
    }

    /** The same for the same attempt wherever and however often it is computed. */
    private static Duration jitter(PaymentId paymentId, int attempt, Duration delay, int mostPerMille) {
        long mixed = (paymentId.value().getLeastSignificantBits() ^ attempt) * 0x9E37_79B9_7F4A_7C15L;
        int perMille = (int) ((mixed >>> 33) % (mostPerMille + 1));
        return delay.multipliedBy(perMille).dividedBy(1000);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
