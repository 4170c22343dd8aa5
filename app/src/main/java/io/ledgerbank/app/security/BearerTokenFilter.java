package io.ledgerbank.app.security;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.user.AccessToken;
import io.ledgerbank.command.user.AccessTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who is calling. A bad token is remembered, not refused: open calls do not need one, and for all others the
 * {@link Gatekeeper} tells what was wrong with it.
 */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String CALLER = BearerTokenFilter.class.getName();

    private final AccessTokens tokens;
    private final LiveCallers callers;
    private final SecurityContextRepository contexts;

    BearerTokenFilter(AccessTokens tokens, LiveCallers callers, SecurityContextRepository contexts) {
        this.tokens = tokens;
        this.callers = callers;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> authorizations = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (!authorizations.isEmpty()) {
            try {
                authenticate(request, response, bearerToken(authorizations));
            } catch (RejectedException rejected) {
                Gatekeeper.remember(request, rejected.rejection());
            }
        }
        chain.doFilter(request, response);
    }

    private void authenticate(HttpServletRequest request, HttpServletResponse response, String compact) {
        AccessToken token = tokens.verify(compact);
        Caller caller = callers.of(token);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller, token));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.setAttribute(CALLER, caller);
        MDC.put(MetadataKeys.ACTOR, caller.toString());
    }

    /** Who has proved to be calling, also once the request has left the security chain. */
    static Optional<Caller> callerOf(HttpServletRequest request) {
        return request.getAttribute(CALLER) instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    private static String bearerToken(List<String> authorizations) {
        String only = authorizations.getFirst();
        if (authorizations.size() > 1 || !only.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new RejectedException(Reason.UNAUTHORIZED, Reason.UNAUTHORIZED.description());
        }
        return only.substring(SCHEME.length()).strip();
    }
}
