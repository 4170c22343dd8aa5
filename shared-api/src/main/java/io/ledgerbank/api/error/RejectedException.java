package io.ledgerbank.api.error;

import java.util.List;

/** Carries a {@link Rejection} to whoever asked. It has no stack trace: a refusal is an answer, not an accident. */
public final class RejectedException extends RuntimeException {

    private final transient Rejection rejection;

    public RejectedException(Rejection rejection) {
        super(rejection.reason().code() + ": " + rejection.detail(), null, false, false);
        this.rejection = rejection;
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

    public Reason reason() {
        return rejection.reason();
    }
}
