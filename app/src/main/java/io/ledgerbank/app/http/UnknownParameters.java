package io.ledgerbank.app.http;

import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses query parameters that an endpoint does not declare, and those given twice: a misspelt filter must not be a
 * filter that is off.
 */
final class UnknownParameters implements HandlerInterceptor {

    private static final String OURS = "io.ledgerbank.";
    private static final int MOST_TOLD = 20;

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();
    private final Predicate<MethodParameter> resolvedElsewhere;

    /** @param resolvedElsewhere which parameters of endpoints are not read from the query, whatever their type */
    UnknownParameters(Predicate<MethodParameter> resolvedElsewhere) {
        this.resolvedElsewhere = resolvedElsewhere;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint
                && endpoint.getBeanType().getName().startsWith(OURS)) {
            Set<String> names = known.computeIfAbsent(endpoint.getMethod(), method -> namesOf(endpoint));
            List<FieldError> errors = queryOf(request).entrySet().stream()
                    .flatMap(parameter -> faultOf(parameter.getKey(), parameter.getValue(), names).stream())
                    .limit(MOST_TOLD)
                    .toList();
            if (!errors.isEmpty()) {
                FieldError first = errors.getFirst();
                throw new RejectedException(first.code(), first.message(), errors);
            }
        }
        return true;
    }

    private Set<String> namesOf(HandlerMethod endpoint) {
        return Arrays.stream(endpoint.getMethodParameters())
                .flatMap(this::namesOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> namesOf(MethodParameter parameter) {
        RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
        if (declared != null) {
            return Stream.of(declared.name(), declared.value(), nameOf(parameter))
                    .filter(name -> !name.isEmpty())
                    .limit(1);
        }
        boolean boundFromTheQuery = parameter.getParameterAnnotations().length == 0
                && parameter.getParameterType().isRecord()
                && !resolvedElsewhere.test(parameter);
        return boundFromTheQuery
                ? Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                : Stream.empty();
    }

    private static String nameOf(MethodParameter parameter) {
        return Objects.requireNonNullElse(parameter.getParameter().getName(), "");
    }

    /** Not the request's parameters: those of a form are its body, and whoever reads the body refuses its type. */
    private static Map<String, List<String>> queryOf(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams();
    }

    private static Optional<FieldError> faultOf(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            return Optional.of(fault(name, Reason.UNKNOWN_PARAMETER, "This call has no such query parameter"));
        }
        return values.size() > 1
                ? Optional.of(fault(name, Reason.INVALID_PARAMETER, "The parameter is given more than once"))
                : Optional.empty();
    }

    private static FieldError fault(String name, Reason reason, String message) {
        return new FieldError(JsonPath.harmless(name), reason, message);
    }
}
