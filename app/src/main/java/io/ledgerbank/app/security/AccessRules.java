package io.ledgerbank.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Which roles may call which routes, as the file {@code access-rules.txt} has it. It is asked before anything of a request is
 * read. What is not in the file needs a token as the rest of the API does, so that nobody without one learns what there is.
 */
final class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String FILE = "access-rules.txt";
    private static final String COMMENT = "#";
    private static final String API = "/api/";

    private final Map<String, List<AccessRule>> byMethod;

    AccessRules(List<AccessRule> rules) {
        this.byMethod = rules.stream()
                .sorted(Comparator.comparing(AccessRule::path))
                .collect(Collectors.groupingBy(AccessRule::method));
    }

    static AccessRules ofTheService() {
        try (InputStream file = AccessRules.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file, FILE), StandardCharsets.UTF_8))) {
            return new AccessRules(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith(COMMENT))
                    .map(AccessRule::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<AccessRule> all() {
        return byMethod.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(find(request)
                .map(rule -> rule.open() || isOfOne(rule, caller.get()))
                .orElseGet(() -> request.getRequestURI().startsWith(API) && isKnown(caller.get())));
    }

    private Optional<AccessRule> find(HttpServletRequest request) {
        List<AccessRule> rules = byMethod.getOrDefault(request.getMethod(), List.of());
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return rules.stream().filter(rule -> rule.path().matches(path)).findFirst();
    }

    private static boolean isOfOne(AccessRule rule, @Nullable Authentication caller) {
        return caller instanceof CallerAuthentication known
                && rule.roles().contains(known.getPrincipal().role());
    }

    private static boolean isKnown(@Nullable Authentication caller) {
        return caller instanceof CallerAuthentication;
    }
}
