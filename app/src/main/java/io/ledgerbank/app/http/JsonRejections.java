package io.ledgerbank.app.http;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.money.Money;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Tells what is wrong with a body, and where in it, in words that know nothing of our classes. */
final class JsonRejections {

    private static final String TRAILING = "Trailing token";

    private JsonRejections() {}

    static Rejection of(JacksonException failure) {
        return switch (failure) {
            case StreamConstraintsException beyond ->
                Rejection.of(Reason.MALFORMED_JSON, "The body is nested too deeply, or a value in it is too long");
            case InputCoercionException beyond -> wrongType(beyond);
            case StreamReadException malformed -> Rejection.of(Reason.MALFORMED_JSON, whereMalformed(malformed));
            case JacksonIOException interrupted ->
                Rejection.of(Reason.MALFORMED_REQUEST, "The body ended before it was complete");
            default -> refusedByItsType(failure).orElseGet(() -> mismatch(failure));
        };
    }

    /** What a value type's own creator says is better than anything that could be guessed from outside. */
    private static Optional<Rejection> refusedByItsType(JacksonException failure) {
        return Rejections.first(failure, RejectedException.class)
                .map(RejectedException::rejection)
                .map(why -> why.errors().isEmpty() ? Rejections.at(pathOf(failure, why.reason()), why) : why);
    }

    private static String pathOf(JacksonException failure, Reason reason) {
        String path = JsonPath.of(failure);
        boolean insideMoney = failure instanceof ValueInstantiationException instantiation
                && instantiation.getType().hasRawClass(Money.class);
        return insideMoney
                ? JsonPath.join(path, reason == Reason.INVALID_CURRENCY_FORMAT ? "currency" : "amount")
                : path;
    }

    private static Rejection mismatch(JacksonException failure) {
        return switch (failure) {
            case PropertyBindingException unknown -> at(unknown, Reason.UNKNOWN_FIELD, "This call has no such field");
            case InvalidTypeIdException type -> typeId(type);
            case InvalidNullException absent -> missing(absent);
            case InvalidFormatException text when text.getValue() instanceof CharSequence -> badText(text);
            case MismatchedInputException missing when EveryFieldIsRequired.isMissing(missing) -> missing(missing);
            case MismatchedInputException wrong -> wrongType(wrong);
            default -> wrongType(failure);
        };
    }

    private static Rejection typeId(InvalidTypeIdException failure) {
        Class<?> base = failure.getBaseType().getRawClass();
        String property = Optional.ofNullable(base.getAnnotation(JsonTypeInfo.class))
                .map(JsonTypeInfo::property)
                .orElse("type");
        String field = JsonPath.join(JsonPath.of(failure), property);
        Reason reason = failure.getTypeId() == null
                ? Reason.MISSING_FIELDS
                : ReasonOfType.of(base).orElse(Reason.INVALID_FIELD_TYPE);
        return Rejections.at(field, Rejection.of(reason, reason.description()));
    }

    private static Rejection badText(InvalidFormatException failure) {
        Reason reason = ReasonOfType.of(failure.getTargetType()).orElse(Reason.INVALID_FIELD_TYPE);
        return at(failure, reason, reason.description());
    }

    private static Rejection missing(JacksonException failure) {
        return at(failure, Reason.MISSING_FIELDS, "The field is missing or null");
    }

    private static Rejection wrongType(JacksonException failure) {
        if (failure.getOriginalMessage().startsWith(TRAILING)) {
            return Rejection.of(Reason.MALFORMED_JSON, "The body goes on after its end");
        }
        if (failure.getPath().isEmpty()) {
            return Rejection.of(Reason.INVALID_FIELD_TYPE, "The body is not of the type this call reads");
        }
        Reason reason = JsonPath.isAmount(failure) ? Reason.INVALID_AMOUNT_FORMAT : Reason.INVALID_FIELD_TYPE;
        return at(failure, reason, reason.description());
    }

    private static Rejection at(JacksonException failure, Reason reason, String detail) {
        return Rejections.at(JsonPath.of(failure), Rejection.of(reason, detail));
    }

    private static String whereMalformed(StreamReadException failure) {
        return Optional.ofNullable(failure.getLocation())
                .filter(location -> location.getLineNr() > 0)
                .map(location -> "The body is not well-formed JSON at line %d, column %d"
                        .formatted(location.getLineNr(), location.getColumnNr()))
                .orElse(Reason.MALFORMED_JSON.description());
    }
}
