package io.ledgerbank.app.dashboard.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers in the browser how it wants the dashboard to look. */
@Controller
class ThemeEndpoint {

    private static final Duration YEAR = Duration.ofDays(365);

    @PostMapping("/dashboard/theme")
    String choose(@RequestParam("theme") String theme, HttpServletRequest request, HttpServletResponse response) {
        Theme chosen = Theme.named(theme).findFirst().orElse(Theme.SYSTEM);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(Theme.COOKIE, chosen.code())
                        .path("/dashboard")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(YEAR)
                        .build()
                        .toString());
        return "redirect:" + back(request);
    }

    /** To a page of ours, whatever the browser says. */
    private static String back(HttpServletRequest request) {
        String from = request.getHeader(HttpHeaders.REFERER);
        try {
            URI page = URI.create(from == null ? "" : from);
            String path = page.getRawPath() == null ? "" : page.getRawPath();
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return path.startsWith("/dashboard") ? path + query : "/dashboard";
        } catch (IllegalArgumentException malformed) {
            return "/dashboard";
        }
    }
}
