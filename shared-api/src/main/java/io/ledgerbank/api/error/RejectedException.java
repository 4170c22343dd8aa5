package io.ledgerbank.api.error;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Carries a {@link Rejection} to whoever asked. It has no stack trace: a refusal is an answer, not an accident. */
public final class RejectedException extends RuntimeException {

    private final transient Rejection rejection;
    private final transient Optional<Duration> retryAfter;

    public RejectedException(Rejection rejection) {
        this(rejection, Optional.empty());
    }

    private RejectedException(Rejection rejection, Optional<Duration> retryAfter) {
        super(rejection.reason().code() + ": " + rejection.detail(), null, false, false);
        this.rejection = rejection;
        this.retryAfter = retryAfter;
    }

    /** A refusal that is lifted after a wait which is known. */
    public static RejectedException forNow(Reason reason, Duration wait) {
        return new RejectedException(Rejection.of(reason, reason.description()), Optional.of(wait));
    }

    public RejectedException(Reason reason, String detail) {
        this(Rejection.of(reason, detail));
    }

    public RejectedException(Reason reason, String detail, List<FieldError> errors) {
        this(new Rejection(reason, detail, errors));
    }

    public Rejection rejection() {
        return rejection;
    }

    /** How long to wait before asking again, where that is known better than the catalogue does. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    public Reason reason() {
        return rejection.reason();
    }
}
