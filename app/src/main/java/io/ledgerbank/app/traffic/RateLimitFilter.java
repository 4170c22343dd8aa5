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
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers so many requests a minute of each user, or of each address that has not proved to be a user's, and fewer logins and
 * registrations; of all users of one address together some times as many. Stands behind whatever finds out who is calling. Probes of health are not counted, or those who watch would be locked out.
 */
public final class RateLimitFilter extends OncePerRequestFilter {

    private static final String FIRST_EXCESS = RateLimitFilter.class.getName();
    private static final Set<String> PROBES = Set.of("/api/health", "/api/health/live", "/api/health/ready");

    private final RateLimits limits;

    public RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Count count = count(request);
        request.setAttribute(FIRST_EXCESS, count.firstExcess());
        enforce(count, response);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PROBES.contains(request.getRequestURI());
    }

    /** Whether the request is the first of its payer's this minute that was not answered. */
    public static boolean isFirstExcess(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(FIRST_EXCESS));
    }

    /** Whoever logs in or registers pays by address, whatever token comes along. */
    private Count count(HttpServletRequest request) {
        Kind kind = CountedRoutes.kindOf(request);
        String address = Network.payer(request.getRemoteAddr());
        Optional<String> user = kind == Kind.REQUESTS ? user() : Optional.empty();
        return user.map(known -> limits.count(Kind.REQUESTS_OF_USERS, address))
                .filter(Count::exceeded)
                .orElseGet(() -> limits.count(kind, user.orElse(address)));
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
