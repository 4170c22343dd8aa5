package io.ledgerbank.app.error;

import io.ledgerbank.api.error.Backoff;
import io.ledgerbank.api.error.RetryPolicy;
import io.ledgerbank.api.error.RetryRules;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What is tried again, as far as it is set; everything else is as the catalogue comes. */
@ConfigurationProperties("ledgerbank.errors")
record ErrorSettings(
        @DefaultValue Policy system,
        @DefaultValue Policy externalDependency,
        @DefaultValue Policy inquiries,
        @Nullable Duration longestWaitAskedFor,
        @Nullable Duration longestWaitBetweenInquiries,
        @Nullable Duration longestDoubt) {

    /** The policy of one category. */
    record Policy(
            @Nullable Integer maxAttempts,
            @Nullable Backoff backoff,
            @Nullable Duration delay,
            @Nullable Duration longestDelay,
            @Nullable Integer mostJitterPerMille) {

        RetryPolicy over(RetryPolicy usual) {
            return new RetryPolicy(
                    Objects.requireNonNullElse(maxAttempts, usual.maxAttempts()),
                    Objects.requireNonNullElse(backoff, usual.backoff()),
                    Objects.requireNonNullElse(delay, usual.delay()),
                    Objects.requireNonNullElse(longestDelay, usual.longestDelay()),
                    Objects.requireNonNullElse(mostJitterPerMille, usual.mostJitterPerMille()));
        }
    }

    /** @throws IllegalArgumentException in a sentence, for what cannot be */
    RetryRules rules() {
        RetryRules usual = RetryRules.DEFAULT;
        return new RetryRules(
                system.over(usual.system()),
                externalDependency.over(usual.externalDependency()),
                inquiries.over(usual.inquiries()),
                Objects.requireNonNullElse(longestWaitAskedFor, usual.longestWaitAskedFor()),
                Objects.requireNonNullElse(longestWaitBetweenInquiries, usual.longestWaitBetweenInquiries()),
                Objects.requireNonNullElse(longestDoubt, usual.longestDoubt()));
    }
}
