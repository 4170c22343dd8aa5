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
import java.util.function.BiConsumer;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests with problems. Thread-safe. */
public final class Problems {

    /** @param delay before asking again may help, where that is known better than the catalogue does */
    record Telling(Rejection rejection, HttpHeaders headers, Optional<Duration> delay) {}

    private final JsonMapper json;
    private final BiConsumer<HttpServletRequest, Reason> whenRefused;
    private final Clock clock;

    /** @param whenRefused told of every refusal, with the request it is an answer to */
    Problems(JsonMapper json, Clock clock, BiConsumer<HttpServletRequest, Reason> whenRefused) {
        this.whenRefused = whenRefused;
        this.json = json;
        this.clock = clock;
    }

    /** Writes the refusal as the whole answer, unless an answer is already on its way. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Rejection rejection)
            throws IOException {
        answer(request, response, new Telling(rejection, HttpHeaders.EMPTY, Optional.empty()));
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Telling telling) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Problem problem = problem(request, telling.rejection(), telling.delay());
        whenRefused.accept(request, problem.code());
        response.resetBuffer();
        response.setStatus(problem.status());
        telling.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE, challenge(telling.rejection().reason()));
        }
        problem.retryAfterMs()
                .ifPresent(millis -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(millis))));
        byte[] body = json.writeValueAsBytes(problem);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    Problem problem(HttpServletRequest request, Rejection rejection) {
        return problem(request, rejection, Optional.empty());
    }

    private Problem problem(HttpServletRequest request, Rejection rejection, Optional<Duration> knownWait) {
        Reason reason = rejection.reason();
        Optional<Long> wait =
                knownWait.or(() -> reason.retryPolicy().delayAfter(1)).map(Duration::toMillis);
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
