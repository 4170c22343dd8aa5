package io.ledgerbank.app.traffic;

import io.ledgerbank.app.traffic.RateLimits.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** For what a request is counted. Paths are read as those read them who find the handler: decoded, so that a spelling is no way around. */
final class CountedRoutes {

    private static final Map<Kind, List<PathPattern>> POSTS = Map.of(
            Kind.LOGINS, patterns("/api/auth/login", "/dashboard/login"),
            Kind.REGISTRATIONS, patterns("/api/users"),
            Kind.NOTIFICATIONS, patterns("/api/webhooks/**"));

    private CountedRoutes() {}

    static Kind kindOf(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return Kind.REQUESTS;
        }
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return POSTS.entrySet().stream()
                .filter(kind -> kind.getValue().stream().anyMatch(pattern -> pattern.matches(path)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Kind.REQUESTS);
    }

    private static List<PathPattern> patterns(String... paths) {
        return List.of(paths).stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }
}
