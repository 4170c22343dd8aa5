package io.ledgerbank.app.dashboard.frame;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.app.http.Rejections;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Tells people what went wrong with a page as a page, by the same catalogue as the API does. */
final class PageErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);
    private static final String DASHBOARD = "/dashboard";

    private final Rejections rejections = new Rejections();
    private final Words words = new Words();
    private final Frames frames;

    PageErrors(Frames frames) {
        this.frames = frames;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith(DASHBOARD)
                || response.isCommitted()
                || failure instanceof AsyncRequestNotUsableException) {
            return null;
        }
        Rejection rejection = rejections.of(failure);
        if (rejection.reason().category() == Category.SYSTEM) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        return page(request, response, rejection);
    }

    ModelAndView page(HttpServletRequest request, HttpServletResponse response, Rejection rejection) {
        int status = rejection.reason().status();
        Map<String, Object> model = Map.of(
                "frame", frames.of(request, Optional.empty()),
                "words", words,
                "status", status,
                "title", rejection.reason().title(),
                "detail", rejection.detail(),
                "code", rejection.reason().code(),
                "correlationId", Objects.requireNonNullElse(response.getHeader("X-Correlation-ID"), ""));
        return new ModelAndView("dashboard/error", model, HttpStatusCode.valueOf(status));
    }
}
