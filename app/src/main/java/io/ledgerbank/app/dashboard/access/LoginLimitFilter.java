package io.ledgerbank.app.dashboard.access;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.app.traffic.RateLimitFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts logins by the form together with those by the API, and says on the form when there were too many. */
final class LoginLimitFilter extends OncePerRequestFilter {

    private final RateLimitFilter limits;

    LoginLimitFilter(RateLimitFilter limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            limits.doFilter(request, response, chain);
        } catch (RejectedException tooMany) {
            response.sendRedirect(AccessPaths.LOGIN + "?refused=busy");
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getRequestURI().equals(AccessPaths.LOGIN);
    }
}
