package io.ledgerbank.app.security;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.app.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.cors.CorsUtils;

/** Tells those who are not let in why, as a problem. */
final class Gatekeeper implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final String WHY = Gatekeeper.class.getName();
    private static final String API = "/api/";

    private final Problems problems;

    Gatekeeper(Problems problems) {
        this.problems = problems;
    }

    static void remember(HttpServletRequest request, Rejection why) {
        request.setAttribute(WHY, why);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        problems.answer(request, response, unauthenticated(request));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        problems.answer(
                request,
                response,
                isApi(request) ? tell(Reason.INSUFFICIENT_PERMISSIONS) : tell(Reason.RESOURCE_NOT_FOUND));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        problems.answer(request, response, tell(Reason.MALFORMED_REQUEST));
    }

    private static Rejection unauthenticated(HttpServletRequest request) {
        if (CorsUtils.isPreFlightRequest(request)) {
            return Rejection.of(Reason.FORBIDDEN, "Pages of other origins may not call this service");
        }
        if (!isApi(request)) {
            return tell(Reason.RESOURCE_NOT_FOUND);
        }
        return request.getAttribute(WHY) instanceof Rejection known ? known : tell(Reason.UNAUTHORIZED);
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(API);
    }

    private static Rejection tell(Reason reason) {
        return Rejection.of(reason, reason.description());
    }
}
