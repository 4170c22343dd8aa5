package io.ledgerbank.app.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Makes Jackson keep the promise of our types: what is neither {@code Optional} nor {@code @Nullable} is there. */
final class EveryFieldIsRequired extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final String MISSING = "Missing required creator property";
    private static final String NULL = "Null value for creator property";

    static boolean isMissing(MismatchedInputException failure) {
        String message = failure.getOriginalMessage();
        return message.startsWith(MISSING) || message.startsWith(NULL);
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return member instanceof AnnotatedParameter parameter ? !mayBeAbsent(parameter) : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter && !mayBeAbsent(parameter)
                ? JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    private static boolean mayBeAbsent(AnnotatedParameter parameter) {
        if (parameter.getRawType() == Optional.class) {
            return true;
        }
        if (!(parameter.getOwner().getAnnotated() instanceof Executable creator)) {
            return false;
        }
        AnnotatedType[] types = creator.getAnnotatedParameterTypes();
        return parameter.getIndex() < types.length && types[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
