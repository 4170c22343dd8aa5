package io.ledgerbank.app.traffic;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.app.traffic.RateLimits.Count;
import io.ledgerbank.app.traffic.RateLimits.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers so many requests a minute of each user, or of each address that has not proved to be a user's, and fewer logins.
 * Stands behind whatever finds out who is calling. Probes of health are not counted, or those who watch would be locked out.
 */
public final class RateLimitFilter extends OncePerRequestFilter {

    private static final String HEALTH = "/api/health";
    private static final String NOTIFICATIONS = "/api/webhooks/";
    private static final Set<String> LOGINS = Set.of("/api/auth/login", "/dashboard/login");

    private final RateLimits limits;

    public RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Kind kind = kindOf(request);
        enforce(limits.count(kind, payer(kind, request)), response);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }

    private static Kind kindOf(HttpServletRequest request) {
        boolean isPost = HttpMethod.POST.matches(request.getMethod());
        if (isPost && LOGINS.contains(request.getRequestURI())) {
            return Kind.LOGINS;
        }
        return isPost && request.getRequestURI().startsWith(NOTIFICATIONS) ? Kind.NOTIFICATIONS : Kind.REQUESTS;
    }

    /** Whoever logs in pays by address, whatever token comes along. */
    private static String payer(Kind kind, HttpServletRequest request) {
        return Optional.of(kind)
                .filter(Kind.REQUESTS::equals)
                .flatMap(counted -> user())
                .orElseGet(() -> Network.payer(request.getRemoteAddr()));
    }

    private static Optional<String> user() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(known -> known.getPrincipal())
                .filter(Caller.class::isInstance)
                .map(Caller.class::cast)
                .map(caller -> "user " + caller.userId());
    }

    private static void enforce(Count count, HttpServletResponse response) {
        response.setHeader("RateLimit-Limit", Long.toString(count.limit()));
        response.setHeader("RateLimit-Remaining", Long.toString(count.remaining()));
        response.setHeader("RateLimit-Reset", Long.toString(wholeSeconds(count)));
        if (count.exceeded()) {
            throw RejectedException.forNow(Reason.RATE_LIMITED, count.delay());
        }
    }

    private static long wholeSeconds(Count count) {
        return Math.ceilDiv(count.reset().toMillis(), 1000L);
    }
}
