package io.ledgerbank.api.error;

import java.util.Locale;

/** The kinds of trouble; each fixes the HTTP status and the retry policy of its reasons. */
public enum Category {
    VALIDATION(400),
    AUTHENTICATION(401),
    AUTHORIZATION(403),
    NOT_FOUND(404),
    CONFLICT(409),
    BUSINESS_RULE(422),
    RATE_LIMIT(429),
    SYSTEM(500),
    EXTERNAL_DEPENDENCY(503);

    private final int status;

    Category(int status) {
        this.status = status;
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
        return ErrorCatalog.rules().of(this);
    }
}
