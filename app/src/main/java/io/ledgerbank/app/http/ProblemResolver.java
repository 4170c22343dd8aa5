package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** The one place where whatever was thrown becomes a problem; what nobody expected is logged here, once. */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final Problems problems;
    private final Rejections rejections;
    private final EveryFault everyFault;

    ProblemResolver(Problems problems, Rejections rejections, EveryFault everyFault) {
        this.everyFault = everyFault;
        this.problems = problems;
        this.rejections = rejections;
    }

    /** After whoever tells errors of pages as pages. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (response.isCommitted()) {
            return null;
        }
        try {
            answer(request, response, failure);
        } catch (IOException goneClient) {
            LOG.debug("The client left before its answer: {}", goneClient.getMessage());
        }
        return new ModelAndView();
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        if (failure instanceof AsyncRequestNotUsableException) {
            return;
        }
        Rejection rejection = whole(request, failure, rejections.of(failure));
        if (rejection.reason().category() == Category.SYSTEM) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        } else if (rejection.reason().category() == Category.EXTERNAL_DEPENDENCY) {
            LOG.warn(
                    "{} {} cannot be answered now: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    rejection.detail());
        }
        problems.answer(request, response, new Problems.Telling(rejection, headersOf(failure), waitOf(failure)));
    }

    private Rejection whole(HttpServletRequest request, Exception failure, Rejection first) {
        boolean isOfTheBody = failure instanceof HttpMessageNotReadableException;
        return RememberedBodies.of(request)
                .filter(body -> isOfTheBody)
                .map(body -> everyFault.in(body, first))
                .orElse(first);
    }

    private static Optional<Duration> waitOf(Exception failure) {
        return Rejections.first(failure, RejectedException.class).flatMap(RejectedException::retryAfter);
    }

    /** {@code Allow}, {@code Accept} and the like: what HTTP demands beside the status. */
    private static HttpHeaders headersOf(Exception failure) {
        return failure instanceof ErrorResponse response ? response.getHeaders() : HttpHeaders.EMPTY;
    }
}
