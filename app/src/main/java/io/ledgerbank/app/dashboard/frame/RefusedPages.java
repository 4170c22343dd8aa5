package io.ledgerbank.app.dashboard.frame;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Tells who is logged in and may not see the dashboard, and whose form has grown stale, as a page; everybody else is to log in. */
final class RefusedPages implements AccessDeniedHandler {

    private static final String OVERVIEW = "/dashboard";

    private final PageErrors errors;
    private final ViewResolver views;

    RefusedPages(PageErrors errors, ViewResolver views) {
        this.errors = errors;
        this.views = views;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (Frames.operator().isEmpty()) {
            response.sendRedirect(OVERVIEW);
            return;
        }
        Rejection rejection = Rejection.of(
                Reason.INSUFFICIENT_PERMISSIONS,
                "The dashboard is for the bank's staff. If you are, the page you came from may be out of date: open it again.");
        ModelAndView page = errors.page(request, response, rejection);
        response.setStatus(rejection.reason().status());
        try {
            View view = views.resolveViewName(Objects.requireNonNull(page.getViewName()), Locale.ENGLISH);
            Objects.requireNonNull(view).render(page.getModel(), request, response);
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("The page of a refusal cannot be written", failure);
        }
    }
}
