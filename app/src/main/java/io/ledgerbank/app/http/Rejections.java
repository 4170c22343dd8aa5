package io.ledgerbank.app.http;

import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Finds the catalogue's reason for whatever can be thrown while a request is answered. */
public final class Rejections {

    private static final int MOST_CAUSES = 20;

    /** Never fails, and never tells what the exception's own message says. */
    public Rejection of(Throwable failure) {
        return first(failure, JacksonException.class)
                .filter(json -> !(failure instanceof HandlerExecutionException))
                .map(JsonRejections::of)
                .or(() -> first(failure, TypeMismatchException.class).map(Rejections::mismatch))
                .or(() -> first(failure, RejectedException.class).map(RejectedException::rejection))
                .or(() -> rejectionOfAnotherNode(failure))
                .or(() -> DatabaseRejections.of(failure))
                .orElseGet(() -> ofTheFramework(failure));
    }

    static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES);
    }

    /** An exception that crossed the command bus between processes carries its rejection as details. */
    private static Optional<Rejection> rejectionOfAnotherNode(Throwable failure) {
        return first(failure, HandlerExecutionException.class)
                .flatMap(HandlerExecutionException::getDetails)
                .filter(Rejection.class::isInstance)
                .map(Rejection.class::cast);
    }

    private static Rejection mismatch(TypeMismatchException failure) {
        String field = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Optional.ofNullable(failure.getPropertyName()).orElse("");
        Rejection why = first(failure, RejectedException.class)
                .map(RejectedException::rejection)
                .orElseGet(() -> {
                    Reason reason = causes(failure)
                            .flatMap(cause -> ReasonOfType.of(wantedType(cause)).stream())
                            .findFirst()
                            .orElse(Reason.INVALID_PARAMETER);
                    return Rejection.of(reason, reason.description());
                });
        return at(field, why);
    }

    /** Inside an Optional, it is the inner conversion's exception that knows. */
    private static @Nullable Class<?> wantedType(Throwable cause) {
        return switch (cause) {
            case TypeMismatchException mismatch -> mismatch.getRequiredType();
            case ConversionFailedException conversion ->
                conversion.getTargetType().getType();
            default -> null;
        };
    }

    static Rejection at(String field, Rejection why) {
        return new Rejection(why.reason(), why.detail(), List.of(new FieldError(field, why.reason(), why.detail())));
    }

    private static Rejection ofTheFramework(Throwable failure) {
        return switch (failure) {
            case HttpMessageNotReadableException missing ->
                Rejection.of(Reason.MISSING_FIELDS, "The call needs a body");
            case MethodArgumentNotValidException invalid -> ValidationRejections.of(invalid.getBindingResult());
            case HandlerMethodValidationException invalid ->
                Rejection.of(Reason.INVALID_PARAMETER, Reason.INVALID_PARAMETER.description());
            case MissingRequestValueException missing -> ValidationRejections.of(missing);
            case AccessDeniedException denied ->
                Rejection.of(Reason.INSUFFICIENT_PERMISSIONS, Reason.INSUFFICIENT_PERMISSIONS.description());
            case AuthenticationException unknown ->
                Rejection.of(Reason.UNAUTHORIZED, Reason.UNAUTHORIZED.description());
            case ErrorResponse response ->
                StatusRejections.of(response.getStatusCode().value());
            default -> StatusRejections.of(Reason.INTERNAL_SERVER_ERROR.status());
        };
    }
}
