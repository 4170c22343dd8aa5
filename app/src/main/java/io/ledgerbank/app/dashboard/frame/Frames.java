package io.ledgerbank.app.dashboard.frame;

import io.ledgerbank.app.dashboard.access.Operator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Frames pages for whoever is logged in. Thread-safe. */
final class Frames {

    private final Assets assets;

    Frames(Assets assets) {
        this.assets = assets;
    }

    /** @param position up to where in the log the page knows what happened; none for a page that does not follow it */
    Frame of(HttpServletRequest request, Optional<Long> position) {
        return new Frame(operator(), Theme.of(request), request.getRequestURI(), position, assets);
    }

    static Optional<Operator> operator() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Operator operator
                ? Optional.of(operator)
                : Optional.empty();
    }
}
