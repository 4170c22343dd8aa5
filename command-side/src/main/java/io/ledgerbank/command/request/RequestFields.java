package io.ledgerbank.command.request;

import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Collects what is wrong with the fields of one request. Not for use by several threads. */
public final class RequestFields {

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes the field as missing when it is; hands the value on. */
    public <T> Optional<T> required(String field, Optional<T> value) {
        if (value.isEmpty()) {
            add(field, Reason.MISSING_FIELDS, field + " is required");
        }
        return value;
    }

    /** Notes a field that this kind of request does not have. */
    public void unexpected(String field, Optional<?> value) {
        if (value.isPresent()) {
            add(field, Reason.UNKNOWN_FIELD, field + " does not belong here");
        }
    }

    /** Reads the value, if there is one; what the reader rejects is noted and read as nothing. */
    public <T> Optional<T> read(String field, Optional<String> value, Function<String, T> reader) {
        try {
            return value.map(reader);
        } catch (RejectedException rejected) {
            add(field, rejected.reason(), rejected.rejection().detail());
            return Optional.empty();
        }
    }

    /** Reads a constant's exact name. */
    public <E extends Enum<E>> Optional<E> read(String field, Optional<String> value, Class<E> type, Reason otherwise) {
        return read(field, value, name -> constant(type, name, otherwise));
    }

    /** Notes what the rule has against the value, if there is one; hands the value on. */
    public <T> Optional<T> check(String field, Optional<T> value, Function<T, Optional<Rejection>> rule) {
        value.flatMap(rule).ifPresent(rejection -> add(field, rejection.reason(), rejection.detail()));
        return value;
    }

    /** @throws RejectedException naming every fault noted so far, if there is one */
    public void rejectFaults() {
        if (errors.isEmpty()) {
            return;
        }
        if (errors.size() == 1) {
            throw new RejectedException(
                    errors.getFirst().code(), errors.getFirst().message(), errors);
        }
        throw new RejectedException(overall(), errors.size() + " fields are at fault", errors);
    }

    private Reason overall() {
        boolean missing = errors.stream().anyMatch(error -> error.code() == Reason.MISSING_FIELDS);
        return missing ? Reason.MISSING_FIELDS : errors.getFirst().code();
    }

    private void add(String field, Reason code, String message) {
        errors.add(new FieldError(field, code, message));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, Reason otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new RejectedException(otherwise, "It is one of " + List.of(type.getEnumConstants()));
    }
}
