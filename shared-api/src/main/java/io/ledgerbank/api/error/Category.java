package io.ledgerbank.api.error;

import java.time.Duration;
import java.util.Locale;

/** The kinds of trouble; each fixes the HTTP status and the retry policy of its reasons. */
public enum Category {
    VALIDATION(400, RetryPolicy.never()),
    AUTHENTICATION(401, RetryPolicy.never()),
    AUTHORIZATION(403, RetryPolicy.never()),
    NOT_FOUND(404, RetryPolicy.never()),
    CONFLICT(409, RetryPolicy.never()),
    BUSINESS_RULE(422, RetryPolicy.never()),
    RATE_LIMIT(429, RetryPolicy.linear(3, Duration.ofMinutes(1))),
    SYSTEM(500, RetryPolicy.linear(2, Duration.ofMillis(500)).spreadBy(200)),
    EXTERNAL_DEPENDENCY(503, RetryPolicy.exponential(3, Duration.ofSeconds(1)).spreadBy(200));

    private final int status;
    private final RetryPolicy retryPolicy;

    Category(int status, RetryPolicy retryPolicy) {
        this.status = status;
        this.retryPolicy = retryPolicy;
    }

    /** The category as clients see it, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    /** Whether it may pass by itself, so that the same thing may succeed later. */
    public boolean mayPass() {
        return this == SYSTEM || this == EXTERNAL_DEPENDENCY;
    }

    public RetryPolicy retryPolicy() {
        return retryPolicy;
    }
}
