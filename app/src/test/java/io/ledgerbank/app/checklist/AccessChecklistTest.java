package io.ledgerbank.app.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.checklist.People.Person;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Registrations;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Items 13 to 17: who may see and do what. The whole matrix of routes and roles is in {@code AccessMatrixTest}. */
@WholeApp
class AccessChecklistTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private JdbcClient jdbc;

    private People people;
    private Person alice;
    private Person bob;
    private String alices;

    @BeforeEach
    void two_customers() {
        people = new People(port, registrations);
        alice = people.person(Role.USER);
        bob = people.person(Role.USER);
        alices = people.funded(alice.client());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/balance",
                "/balance/explanation",
                "/entries",
                "/holds",
                "/health",
                "/statement?from=2026-01-01&to=2026-01-31"
            })
    void item_13_somebody_elses_account_is_404(String part) {
        Answer ofNobody = bob.client().get("/api/accounts/" + UUID.randomUUID() + part);

        assertThat(bob.client().get("/api/accounts/" + alices + part).is(404).text("code"))
                .isEqualTo(ofNobody.is(404).text("code"));
    }

    @Test
    void item_13_somebody_elses_payments_are_404_live_or_not() {
        String payment = People.pay(
                        alice.client(), People.transfer(alices, People.open(alice.client()), "1.00", "Between mine"))
                .is(201)
                .text("id");

        for (String part : new String[] {"", "/status", "/events"}) {
            bob.client().get("/api/payments/" + payment + part).isProblem(404, "payment_not_found");
        }
        bob.client()
                .with("Accept", "text/event-stream")
                .get("/api/payments/" + payment + "/events")
                .is(404);
        bob.client().get("/api/sagas/" + payment).isProblem(403, "insufficient_permissions");
        assertThat(bob.client()
                        .get("/api/payments?accountId=" + alices)
                        .response()
                        .body())
                .doesNotContain(payment);
    }

    @Test
    void item_14_nobody_pays_from_anothers_account_and_no_event_is_written() {
        String bobs = People.open(bob.client());
        long before = lastEvent();

        People.pay(bob.client(), People.transfer(alices, bobs, "1.00", "Thank you"))
                .isProblem(404, "account_not_found");

        assertThat(lastEvent()).isEqualTo(before);
    }

    @Test
    void item_15_a_customer_operates_no_saga() {
        for (String action : new String[] {"retry", "resolve", "compensate", "pause", "resume", "notes"}) {
            bob.client()
                    .post("/api/sagas/" + UUID.randomUUID() + "/" + action, "{\"reason\":\"Please\"}")
                    .isProblem(403, "insufficient_permissions");
        }
    }

    @Test
    void item_16_nobody_opens_an_account_with_a_balance_or_registers_with_a_role() {
        bob.client()
                .post(
                        "/api/accounts",
                        "{\"name\":\"Mine\",\"type\":\"CHECKING\",\"currency\":\"GBP\",\"balance\":1e6,\"role\":\"ADMIN\"}")
                .isProblem(400, "unknown_field");
        people.anybody()
                .post(
                        "/api/users",
                        "{\"email\":\"x@example.com\",\"fullName\":\"X\",\"password\":\"long enough\",\"role\":\"ADMIN\"}")
                .isProblem(400, "unknown_field");
        bob.client()
                .send("PUT", "/api/profile", "{\"fullName\":\"Bob\",\"status\":\"ACTIVE\"}")
                .isProblem(400, "unknown_field");
    }

    @Test
    void item_17_what_is_mapped_is_what_is_documented_and_the_usual_address_of_the_documentation_is_404() {
        Set<String> documented = new TreeSet<>();
        Client.of(port)
                .get("/api/openapi.json")
                .body()
                .get("paths")
                .forEachEntry((path, item) -> item.forEachEntry(
                        (method, call) -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(documented).isEqualTo(mapped());
        bob.client().get("/v3/api-docs").isProblem(404, "resource_not_found");
        people.anybody().get("/v3/api-docs").isProblem(404, "resource_not_found");
    }

    private Set<String> mapped() {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("io.ledgerbank.")) {
                mapping.getMethodsCondition().getMethods().forEach(method -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") || path.startsWith("/.well-known/"))
                        .forEach(path -> routes.add(method + " " + path)));
            }
        });
        return routes;
    }

    private long lastEvent() {
        return jdbc.sql("SELECT max(position) FROM eventlog.event")
                .query(Long.class)
                .single();
    }
}
