package io.ledgerbank.app.http;

import io.ledgerbank.api.audit.MetadataKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names the conversation in the log context and in the answer, before anything else sees the request. Until a caller proves
 * who they are, nobody known acts; the system itself never does over HTTP unless an endpoint says so.
 */
final class CorrelationFilter extends OncePerRequestFilter {

    private static final String ANONYMOUS = "anonymous";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = CorrelationId.of(request);
        response.setHeader(CorrelationId.HEADER, id);
        MDC.put(MetadataKeys.CORRELATION_ID, id);
        MDC.put(MetadataKeys.ACTOR, ANONYMOUS);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(MetadataKeys.CORRELATION_ID);
            MDC.remove(MetadataKeys.ACTOR);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
