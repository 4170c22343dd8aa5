package io.ledgerbank.app.http;

import io.ledgerbank.api.error.RejectedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.util.ReflectionUtils;

/** Lets endpoints take ids and other words of the vocabulary from paths and queries, by their {@code parse} methods. */
final class ParsedWords implements ConditionalGenericConverter {

    private static final String VOCABULARY = "io.ledgerbank.api.";

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Record.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        return target.getType().getName().startsWith(VOCABULARY)
                && parser(target.getType()).isPresent();
    }

    /** @throws RejectedException what the word's parser says */
    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor target) {
        return source == null ? null : parse(parser(target.getType()).orElseThrow(), source);
    }

    private static Optional<Method> parser(Class<?> type) {
        return Optional.ofNullable(ReflectionUtils.findMethod(type, "parse", String.class))
                .filter(method -> Modifier.isStatic(method.getModifiers()));
    }

    private static Object parse(Method parser, Object text) {
        try {
            return parser.invoke(null, text);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RejectedException rejected) {
                throw rejected;
            }
            throw new IllegalArgumentException(refused.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(parser + " is not public", e);
        }
    }
}
