package io.ledgerbank.app.docs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.app.http.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes our records as they are read and written: ids and the like by their one value, optional fields as such. */
final class VocabularyConverter implements ModelConverter {

    private static final String OURS = "io.ledgerbank.";
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = rawClass(type);
        if (raw == Rejection.class) {
            return context.resolve(new AnnotatedType(Problem.class).resolveAsRef(true));
        }
        Optional<RecordComponent> only =
                raw.isRecord() && raw.getName().startsWith(OURS) ? wholeValue(raw) : Optional.empty();
        if (only.isPresent()) {
            return context.resolve(new AnnotatedType(only.get().getGenericType())
                    .ctxAnnotations(type.getCtxAnnotations())
                    .skipOverride(true));
        }
        if (raw.isRecord() && raw.isMemberClass() && type.getName() == null) {
            type.setName(nameOf(raw));
        }
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null && raw.isRecord() && raw.getName().startsWith(OURS)) {
            describeFields(raw, definition(schema, context));
        }
        return schema;
    }

    /** With the outer class's, as every endpoint may have a {@code Body}. */
    private static String nameOf(Class<?> member) {
        return member.getEnclosingClass().getSimpleName().replace("Endpoint", "") + member.getSimpleName();
    }

    private static Class<?> rawClass(AnnotatedType type) {
        JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
        return java.getRawClass();
    }

    private static Optional<RecordComponent> wholeValue(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonValue.class))
                .findFirst();
    }

    private static Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
        return Optional.ofNullable(schema.get$ref())
                .map(reference -> context.getDefinedModels().get(reference.substring(REFERENCE.length())))
                .<Schema<?>>map(found -> found)
                .orElse(schema);
    }

    private static void describeFields(Class<?> type, Schema<?> definition) {
        Map<String, Schema> fields = definition.getProperties();
        if (fields == null) {
            return;
        }
        Set<String> leftOut = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonInclude.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
        Set<String> optional = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() == Optional.class
                        || component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
        definition.setRequired(fields.keySet().stream()
                .filter(name -> !optional.contains(name) && !leftOut.contains(name))
                .sorted()
                .toList());
        fields.replaceAll((name, field) -> optional.contains(name) ? orNull(field) : field);
    }

    private static Schema<?> orNull(Schema<?> field) {
        if (field.get$ref() != null) {
            return new Schema<>().oneOf(List.of(field, new Schema<>().types(Set.of("null"))));
        }
        Optional.ofNullable(field.getTypes()).ifPresent(types -> field.addType("null"));
        return field;
    }
}
