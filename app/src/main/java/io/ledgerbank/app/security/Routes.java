package io.ledgerbank.app.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

/** Which of our routes a request has reached. */
final class Routes {

    private Routes() {}

    /** As the API's description has it, or the address itself when it was refused before any route was found. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : request.getRequestURI();
    }
}
