package io.ledgerbank.app.traffic;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no address that is longer than any of ours. */
final class AddressLimitFilter extends OncePerRequestFilter {

    private static final int MOST_CHARACTERS = 2048;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int query = Optional.ofNullable(request.getQueryString())
                .map(String::length)
                .orElse(0);
        if (request.getRequestURI().length() + query > MOST_CHARACTERS) {
            throw new RejectedException(
                    Reason.URI_TOO_LONG, "An address has at most " + MOST_CHARACTERS + " characters");
        }
        chain.doFilter(request, response);
    }
}
