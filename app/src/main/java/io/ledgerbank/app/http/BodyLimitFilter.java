package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more than so many bytes of any body: refuses at once what announces more, and a stream when it gets there. */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final long mostBytes;

    BodyLimitFilter(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > mostBytes) {
            throw tooLarge(mostBytes);
        }
        chain.doFilter(new LimitedRequest(request, mostBytes), response);
    }

    static RejectedException tooLarge(long mostBytes) {
        return new RejectedException(Reason.PAYLOAD_TOO_LARGE, "A body has at most " + mostBytes + " bytes");
    }
}
