package io.ledgerbank.app.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a body that was refused once more, field by field, and tells what is wrong with each of them. Each is read by
 * the same mapper as before, so what is right and wrong is written nowhere else. Thread-safe.
 */
final class EveryFault {

    private static final int MOST = 100;

    private final JsonMapper json;

    EveryFault(JsonMapper json) {
        this.json = json;
    }

    /** The refusal with every field at fault, or as it was when no more is found. */
    Rejection in(RememberedBodies.Body body, Rejection first) {
        List<FieldError> errors = new ArrayList<>();
        try {
            check(json.readTree(body.text()), json.constructType(body.type()), "", errors);
        } catch (JacksonException noJson) {
            return first;
        }
        if (errors.size() <= first.errors().size()) {
            return first;
        }
        boolean missing = errors.stream().anyMatch(error -> error.code() == Reason.MISSING_FIELDS);
        Reason overall = missing ? Reason.MISSING_FIELDS : errors.getFirst().code();
        return new Rejection(overall, errors.size() + " fields are at fault", errors);
    }

    private void check(JsonNode node, JavaType type, String path, List<FieldError> errors) {
        if (errors.size() >= MOST) {
            return;
        }
        if (type.hasRawClass(Optional.class)) {
            if (!isAbsent(node)) {
                check(node, type.containedTypeOrUnknown(0), path, errors);
            }
        } else if (type.isCollectionLikeType() && node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), type.getContentType(), path + "[" + i + "]", errors);
            }
        } else if (isPlainRecord(type.getRawClass()) && node.isObject()) {
            checkFields(node, type.getRawClass(), path, errors);
        } else {
            checkValue(node, type, path, errors);
        }
    }

    private void checkFields(JsonNode node, Class<?> type, String path, List<FieldError> errors) {
        List<String> known = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            known.add(name);
            JsonNode value = node.path(name);
            if (!isAbsent(value)) {
                check(value, json.constructType(component.getGenericType()), JsonPath.join(path, name), errors);
            } else if (isRequired(component)) {
                errors.add(new FieldError(
                        JsonPath.join(path, name), Reason.MISSING_FIELDS, "The field is missing or null"));
            }
        }
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .limit(MOST)
                .map(name -> JsonPath.harmless(JsonPath.join(path, name)))
                .forEach(name -> errors.add(new FieldError(name, Reason.UNKNOWN_FIELD, "This call has no such field")));
    }

    private void checkValue(JsonNode node, JavaType type, String path, List<FieldError> errors) {
        try {
            json.treeToValue(node, type);
        } catch (JacksonException wrong) {
            errors.addAll(below(path, JsonRejections.of(wrong)));
        }
    }

    private static List<FieldError> below(String path, Rejection why) {
        Stream<FieldError> faults = why.errors().isEmpty()
                ? Stream.of(new FieldError("", why.reason(), why.detail()))
                : why.errors().stream();
        return faults.map(fault -> new FieldError(joined(path, fault.field()), fault.code(), fault.message()))
                .collect(Collectors.toList());
    }

    private static String joined(String path, String field) {
        return field.isEmpty() ? path : JsonPath.join(path, field);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    private static boolean isRequired(RecordComponent component) {
        return component.getType() != Optional.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Read by its components and not by a creator of its own, which knows better. */
    private static boolean isPlainRecord(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .noneMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class)
                                || component.isAnnotationPresent(JsonValue.class))
                && Stream.concat(
                                Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                        .noneMatch(creator -> creator.isAnnotationPresent(JsonCreator.class));
    }
}
