package io.ledgerbank.app.traffic;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends whoever only looks to the same address over HTTPS. Whoever sends a body or a token in the clear is refused instead:
 * a redirect would hide from them that it was read on the way.
 */
final class PlainConnection extends OncePerRequestFilter {

    private static final int STANDARD_PORT = 443;

    private final int httpsPort;

    PlainConnection(int httpsPort) {
        this.httpsPort = httpsPort;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.isSecure()) {
            chain.doFilter(request, response);
            return;
        }
        if (!onlyLooks(request)) {
            response.setHeader(HttpHeaders.UPGRADE, "TLS/1.2, HTTP/1.1");
            throw new RejectedException(Reason.HTTPS_REQUIRED, Reason.HTTPS_REQUIRED.description());
        }
        response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
        response.setHeader(HttpHeaders.LOCATION, secure(request));
    }

    private static boolean onlyLooks(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    private String secure(HttpServletRequest request) {
        String port = httpsPort == STANDARD_PORT ? "" : ":" + httpsPort;
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        return "https://" + request.getServerName() + port + request.getRequestURI() + query;
    }
}
