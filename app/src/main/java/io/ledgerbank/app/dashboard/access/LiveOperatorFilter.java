package io.ledgerbank.app.dashboard.access;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.user.PageLogins;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks with every request who the operator is by now: who was suspended is out, who has another role has it. However busy, a
 * session ends after half a day. Events that a request causes name its operator.
 */
final class LiveOperatorFilter extends OncePerRequestFilter {

    private static final Duration LONGEST = Duration.ofHours(12);

    private final PageLogins logins;
    private final Clock clock;

    LiveOperatorFilter(PageLogins logins, Clock clock) {
        this.logins = logins;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OperatorAuthentication known) {
            Optional<UserDetails> user = clock.instant().isBefore(known.since().plus(LONGEST))
                    ? logins.stillIn(known.login())
                    : Optional.empty();
            user.ifPresentOrElse(present -> goOn(known.as(present)), () -> end(request));
        }
        chain.doFilter(request, response);
    }

    private static void goOn(OperatorAuthentication now) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now);
        SecurityContextHolder.setContext(context);
        MDC.put(MetadataKeys.ACTOR, now.getPrincipal().caller().toString());
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
