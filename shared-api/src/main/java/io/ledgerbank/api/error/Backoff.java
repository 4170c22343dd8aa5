package io.ledgerbank.api.error;

import java.util.Locale;

/** How the wait between attempts grows. */
public enum Backoff {
    /** There is no second attempt. */
    NONE,
    /** The n-th wait is n times the first. */
    LINEAR,
    /** Each wait is twice the one before. */
    EXPONENTIAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
