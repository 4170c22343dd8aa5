package io.ledgerbank.app.consistency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every command's answer a token, refusals that were decided included. It stands for the end of the log as this node
 * knows it when the answer leaves, which is behind whatever the command has written: one position for commands of any kind
 * and number, in a batch or repeated.
 */
final class TellingOfWrites extends OncePerRequestFilter {

    private static final Set<HttpMethod> QUERIES = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final ConsistencyTokens tokens;
    private final LongSupplier newest;

    /** @param newest the last position that this node knows of, behind every command that it has answered */
    TellingOfWrites(ConsistencyTokens tokens, LongSupplier newest) {
        this.tokens = tokens;
        this.newest = newest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return QUERIES.contains(HttpMethod.valueOf(request.getMethod()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Telling telling = new Telling(response);
        chain.doFilter(request, telling);
        if (!response.isCommitted()) {
            telling.onResponseCommitted();
        }
    }

    private static boolean isDecided(int status) {
        return status < HttpServletResponse.SC_MULTIPLE_CHOICES
                || status == HttpServletResponse.SC_CONFLICT
                || status == HttpServletResponse.SC_UNPROCESSABLE_CONTENT;
    }

    /** Knows the last moment at which a header can be set. */
    private final class Telling extends OnCommittedResponseWrapper {

        private Telling(HttpServletResponse response) {
            super(response);
        }

        @Override
        protected void onResponseCommitted() {
            long position = newest.getAsLong();
            if (position > 0 && isDecided(getStatus())) {
                setHeader(ConsistencyTokens.HEADER, tokens.write(position));
            }
        }
    }
}
