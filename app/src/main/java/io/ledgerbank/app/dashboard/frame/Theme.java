package io.ledgerbank.app.dashboard.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** How the dashboard looks to one browser. */
enum Theme {
    /** As the browser's system does. */
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "ledgerbank-theme";

    static Theme of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? SYSTEM
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .flatMap(cookie -> named(cookie.getValue()))
                        .findFirst()
                        .orElse(SYSTEM);
    }

    static Stream<Theme> named(String code) {
        return Arrays.stream(values()).filter(theme -> theme.code().equals(code));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
