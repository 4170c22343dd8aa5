package io.ledgerbank.app.http;

import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;

/** Tells which values of a request are missing or break a declared constraint. */
final class ValidationRejections {

    private static final Set<String> PRESENCE = Set.of("NotNull", "NotBlank", "NotEmpty");

    private ValidationRejections() {}

    static Rejection of(BindingResult result) {
        List<FieldError> errors = result.getFieldErrors().stream()
                .map(error -> {
                    Reason reason =
                            reasonOf(Optional.ofNullable(error.getCode()).orElse(""));
                    return new FieldError(error.getField(), reason, reason.description());
                })
                .toList();
        Reason reason = errors.stream().map(FieldError::code).findFirst().orElse(Reason.INVALID_FIELD_TYPE);
        return new Rejection(reason, reason.description(), errors);
    }

    static Rejection of(MissingRequestValueException missing) {
        return switch (missing) {
            case MissingServletRequestParameterException parameter -> missing(parameter.getParameterName());
            case MissingRequestHeaderException header -> missing(header.getHeaderName());
            default -> Rejection.of(Reason.MISSING_FIELDS, Reason.MISSING_FIELDS.description());
        };
    }

    private static Rejection missing(String name) {
        return Rejections.at(name, Rejection.of(Reason.MISSING_FIELDS, "The call needs " + name));
    }

    private static Reason reasonOf(String constraint) {
        return PRESENCE.contains(constraint) ? Reason.MISSING_FIELDS : Reason.INVALID_FIELD_TYPE;
    }
}
