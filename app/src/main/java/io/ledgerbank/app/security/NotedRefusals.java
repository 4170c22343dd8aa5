package io.ledgerbank.app.security;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.app.http.Refusals;
import io.ledgerbank.app.traffic.RateLimitFilter;
import io.ledgerbank.command.securitylog.SecurityEvent;
import io.ledgerbank.command.securitylog.SecurityEventKind;
import io.ledgerbank.command.securitylog.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Notes who wanted what they may not. Who merely forgot their token, or has one that has expired, is no event; failed logins
 * are noted where they fail, and who asks too often is noted once a minute.
 */
final class NotedRefusals implements Refusals {

    private static final Set<Reason> ORDINARY = Set.of(
            Reason.UNAUTHORIZED,
            Reason.TOKEN_EXPIRED,
            Reason.TOKEN_REVOKED,
            Reason.INVALID_CREDENTIALS,
            Reason.INVALID_REFRESH_TOKEN_FORMAT);

    private final SecurityLog log;

    NotedRefusals(SecurityLog log) {
        this.log = log;
    }

    @Override
    public void refused(HttpServletRequest request, Reason reason) {
        kindOf(request, reason)
                .ifPresent(kind -> log.record(new SecurityEvent(
                        kind,
                        actor(request),
                        Optional.empty(),
                        Optional.of(reason),
                        request.getMethod() + " " + Routes.of(request),
                        request.getRequestURI(),
                        request.getRemoteAddr())));
    }

    private static Optional<SecurityEventKind> kindOf(HttpServletRequest request, Reason reason) {
        if (reason == Reason.RATE_LIMITED) {
            return RateLimitFilter.isFirstExcess(request)
                    ? Optional.of(SecurityEventKind.RATE_LIMITED)
                    : Optional.empty();
        }
        boolean access = reason.category() == Category.AUTHENTICATION || reason.category() == Category.AUTHORIZATION;
        return access && !ORDINARY.contains(reason) ? Optional.of(SecurityEventKind.ACCESS_REFUSED) : Optional.empty();
    }

    private static Optional<UserId> actor(HttpServletRequest request) {
        return BearerTokenFilter.callerOf(request).map(caller -> caller.userId());
    }
}
