package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests with problems. Thread-safe. */
public final class Problems {

    private final JsonMapper json;
    private final Clock clock;

    Problems(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Writes the refusal as the whole answer, unless an answer is already on its way. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Rejection rejection)
            throws IOException {
        answer(request, response, rejection, HttpHeaders.EMPTY);
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Rejection rejection, HttpHeaders headers)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Problem problem = problem(request, rejection);
        response.resetBuffer();
        response.setStatus(problem.status());
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(rejection.reason()));
        }
        problem.retryAfterMs()
                .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(wait))));
        byte[] body = json.writeValueAsBytes(problem);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    Problem problem(HttpServletRequest request, Rejection rejection) {
        Reason reason = rejection.reason();
        Optional<Long> wait = reason.retryPolicy().delayAfter(1).map(Duration::toMillis);
        return new Problem(
                Problem.typeOf(reason),
                reason.title(),
                reason.status(),
                rejection.detail(),
                pathOf(request),
                reason,
                reason.category().code(),
                reason.retryPolicy().retries(),
                Instant.now(clock).truncatedTo(ChronoUnit.MILLIS),
                CorrelationId.of(request),
                rejection.errors(),
                wait);
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : Optional.ofNullable(request.getRequestURI()).orElse("");
    }

    private static String challenge(Reason reason) {
        return reason == Reason.UNAUTHORIZED ? "Bearer" : "Bearer error=\"invalid_token\"";
    }

    private static long wholeSeconds(long millis) {
        return Math.ceilDiv(millis, 1000L);
    }
}
