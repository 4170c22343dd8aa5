package io.ledgerbank.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Registrations;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The matrix of routes and roles is whole, and what the service does is what the matrix says. */
@WholeApp
class AccessMatrixTest {

    private static final List<Role> ROLES = List.of(Role.USER, Role.SUPPORT, Role.ADMIN);
    private static final String OURS = "io.ledgerbank.";
    /** One would end the logins that the others are called with, the other answers without end. */
    private static final Set<String> NOT_CALLED = Set.of("POST /api/auth/logout-all", "GET /api/stream");

    private static final Set<String> REFUSALS = Set.of("insufficient_permissions", "forbidden");

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final AccessRules rules = AccessRules.ofTheService();

    /** Who adds a route decides here who may call it. */
    @Test
    void every_route_has_a_rule_and_every_rule_a_route() {
        Set<String> ruled = rules.all().stream()
                .map(AccessRule::route)
                .filter(route -> !isOfTheDocumentation(route))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ruled)
                .as("io/ledgerbank/app/security/access-rules.txt names every route, with those who may call it")
                .isEqualTo(routes());
    }

    @TestFactory
    List<DynamicTest> the_service_does_what_the_rule_says() {
        Map<Role, Client> callers = new EnumMap<>(Role.class);
        Staff people = new Staff(registrations, Client.of(port));
        ROLES.forEach(role -> callers.put(role, people.person(role).client()));
        return rules.all().stream()
                .filter(rule -> !isOfTheDocumentation(rule.route()))
                .filter(rule -> !NOT_CALLED.contains(rule.route()))
                .map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> check(rule, callers)))
                .toList();
    }

    private void check(AccessRule rule, Map<Role, Client> callers) {
        Answer anonymous = call(Client.of(port), rule);
        if (rule.open()) {
            assertThat(anonymous.status()).isNotEqualTo(403);
            return;
        }
        anonymous.isProblem(401, "unauthorized");
        callers.forEach((role, client) -> {
            Answer answer = call(client, rule);
            if (rule.roles().contains(role)) {
                assertThat(isRefused(answer))
                        .as("%s as %s → %s", rule, role, answer.response().body())
                        .isFalse();
            } else {
                answer.isProblem(403, "insufficient_permissions");
            }
        });
    }

    private static boolean isRefused(Answer answer) {
        return answer.status() == 403 && REFUSALS.contains(answer.text("code"));
    }

    /** With ids of nobody and an empty body: what is refused for another reason was let in. */
    private static Answer call(Client client, AccessRule rule) {
        String path = rule.path()
                .getPatternString()
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        return rule.method().equals("GET") ? client.get(path) : client.send(rule.method(), path, "{}");
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith(OURS)
                    && !mapping.getMethodsCondition().getMethods().isEmpty()) {
                mapping.getMethodsCondition().getMethods().forEach(method -> mapping.getPatternValues().stream()
                        .filter(AccessMatrixTest::isOfTheApi)
                        .forEach(path -> routes.add(method + " " + path)));
            }
        });
        return routes;
    }

    /** The dashboard has a chain and rules of its own. */
    private static boolean isOfTheApi(String path) {
        return path.startsWith("/api/") || path.startsWith("/.well-known/");
    }

    private static boolean isOfTheDocumentation(String route) {
        return route.startsWith("GET /api/docs") || route.startsWith("GET /api/openapi");
    }
}
