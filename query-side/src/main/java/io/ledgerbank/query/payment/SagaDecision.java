package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RetryRules;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentParked;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What the error catalogue had the saga do after trouble.
 *
 * @param nextAt when the next try is due, if there is one
 * @param catalogueVersion of the catalogue that decided
 * @param rule what it said; empty where nobody remembers a catalogue that was set
 */
public record SagaDecision(
        Instant at,
        int attempt,
        Reason reason,
        Verdict verdict,
        Optional<Instant> nextAt,
        int catalogueVersion,
        Optional<SagaRule> rule) {

    /** What follows. */
    public enum Verdict {
        /** The payment is sent again. */
        RETRY,
        /** The bank is asked what became of it. */
        INQUIRE,
        /** The payment has failed; its hold is released. */
        FAIL,
        /** A person has to find out, or to say whether it is sent once more. */
        PARK
    }

    /**
     * The decision that the event records, if it records one.
     *
     * @param attempt the last one that was started
     */
    static Optional<SagaDecision> of(PaymentEvent event, int attempt) {
        return switch (event) {
            case AttemptFailed failed ->
                Optional.of(decision(
                        failed.failedAt(),
                        failed.attempt(),
                        Verdict.RETRY,
                        Optional.of(failed.nextAttemptAt()),
                        failed.catalogueVersion(),
                        failed.reason(),
                        SagaRule::ofRetries));
            case OutcomeUnknown unknown ->
                Optional.of(decision(
                        unknown.recordedAt(),
                        unknown.attempt(),
                        Verdict.INQUIRE,
                        Optional.of(unknown.nextInquiryAt()),
                        unknown.catalogueVersion(),
                        unknown.reason(),
                        SagaRule::ofInquiries));
            case PaymentParked parked ->
                Optional.of(decision(
                        parked.parkedAt(),
                        parked.attempt(),
                        Verdict.PARK,
                        Optional.empty(),
                        parked.catalogueVersion(),
                        parked.reason(),
                        parked.outcome().isPresent() ? SagaRule::ofRetries : SagaRule::ofInquiries));
            case PaymentFailed failed ->
                Optional.of(decision(
                        failed.failedAt(),
                        attempt,
                        Verdict.FAIL,
                        Optional.empty(),
                        failed.catalogueVersion(),
                        failed.reason(),
                        SagaRule::ofRetries));
            default -> Optional.empty();
        };
    }

    private static SagaDecision decision(
            Instant at,
            int attempt,
            Verdict verdict,
            Optional<Instant> nextAt,
            int version,
            Reason reason,
            BiFunction<Reason, RetryRules, SagaRule> rule) {
        Optional<SagaRule> followed = ErrorCatalog.rulesOf(version).map(rules -> rule.apply(reason, rules));
        return new SagaDecision(at, attempt, reason, verdict, nextAt, version, followed);
    }
}
