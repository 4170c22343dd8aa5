package io.ledgerbank.app.consistency;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.query.projection.Progress;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Holds a query that carries a token until what it reads shows that write. */
final class ExactReading implements HandlerInterceptor {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Set<String> QUERIES = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    private final ConsistencyTokens tokens;
    private final Progress progress;

    ExactReading(ConsistencyTokens tokens, Progress progress) {
        this.tokens = tokens;
        this.progress = progress;
    }

    /** @throws RejectedException {@code invalid_consistency_token}, or {@code projection_lagging} */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        List<String> given = Collections.list(request.getHeaders(ConsistencyTokens.HEADER));
        if (given.isEmpty() || !QUERIES.contains(request.getMethod())) {
            return true;
        }
        long position = given.stream().mapToLong(tokens::read).max().orElseThrow();
        if (!progress.isInLog(position)) {
            throw ConsistencyTokens.invalid();
        }
        if (!progress.await(readBy(handler), streamsOf(request), position, PATIENCE)) {
            throw new RejectedException(Reason.PROJECTION_LAGGING, Reason.PROJECTION_LAGGING.description());
        }
        request.setAttribute(Reads.AT_LEAST, position);
        return true;
    }

    /** A call of one resource is answered from that one's stream, and its address names it. */
    private static Set<String> streamsOf(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables.values().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** What says nothing of projections reads none. */
    static Set<ProjectionName> readBy(Object handler) {
        return handler instanceof HandlerMethod endpoint
                ? declaredBy(endpoint).map(Reads::value).map(Set::of).orElseGet(Set::of)
                : Set.of();
    }

    static Optional<Reads> declaredBy(HandlerMethod endpoint) {
        return Optional.ofNullable(endpoint.getMethodAnnotation(Reads.class))
                .or(() -> Optional.ofNullable(endpoint.getBeanType().getAnnotation(Reads.class)));
    }
}
