package io.ledgerbank.app.security;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.securitylog.SecurityEvent;
import io.ledgerbank.command.securitylog.SecurityEventKind;
import io.ledgerbank.command.securitylog.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Notes whatever somebody who works for the bank has done, beyond looking. */
final class OperatorActions implements HandlerInterceptor {

    private static final int FIRST_REFUSAL = 400;
    private static final Set<String> LOOKING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());
    private static final String OF_THEIR_OWN = "/api/auth/";

    private final SecurityLog log;

    OperatorActions(SecurityLog log) {
        this.log = log;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() < FIRST_REFUSAL
                && !LOOKING.contains(request.getMethod())
                && !request.getRequestURI().startsWith(OF_THEIR_OWN)) {
            BearerTokenFilter.callerOf(request).filter(Caller::isStaff).ifPresent(caller -> note(request, caller));
        }
    }

    private void note(HttpServletRequest request, Caller caller) {
        log.record(new SecurityEvent(
                SecurityEventKind.OPERATOR_ACTION,
                Optional.of(caller.userId()),
                Optional.empty(),
                Optional.empty(),
                request.getMethod() + " " + Routes.of(request),
                request.getRequestURI(),
                request.getRemoteAddr()));
    }
}
