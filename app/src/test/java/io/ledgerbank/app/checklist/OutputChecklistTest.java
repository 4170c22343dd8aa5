package io.ledgerbank.app.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.checklist.People.Person;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Registrations;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Items 26 to 30: what comes out, and what the platform shows. */
@WholeApp
@ExtendWith(OutputCaptureExtension.class)
class OutputChecklistTest {

    private static final String IMAGE = "<img src=x onerror=alert(1)>";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private Registrations registrations;

    private People people;
    private Person alice;

    @BeforeEach
    void somebody_is_logged_in() {
        people = new People(port, registrations);
        alice = people.person(Role.USER);
    }

    @Test
    void item_26_markup_is_only_ever_text_and_no_page_may_run_scripts_of_its_own() {
        alice.client().send("PUT", "/api/profile", Map.of("fullName", IMAGE)).is(200);

        Answer profile = alice.client().get("/api/profile").is(200);

        assertThat(profile.header("Content-Type")).startsWith("application/json");
        assertThat(profile.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(profile.header("Content-Security-Policy")).startsWith("default-src 'none'");
        for (String page : new String[] {"/api/docs/index.html", "/api/problems", "/dashboard", "/dashboard/login"}) {
            assertThat(people.anybody().get(page).header("Content-Security-Policy"))
                    .as(page)
                    .contains("default-src")
                    .doesNotContain("unsafe-inline", "unsafe-eval");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/health",
                "/actuator/prometheus"
            })
    void item_27_the_public_port_has_no_actuator(String path) {
        people.anybody().get(path).isProblem(404, "resource_not_found");
        people.person(Role.ADMIN).client().get(path).isProblem(404, "resource_not_found");
    }

    @Test
    void item_27_the_management_port_shows_no_secrets_and_public_health_no_details() {
        Client management = Client.of(managementPort);

        for (String path : new String[] {"env", "heapdump", "loggers", "configprops", "beans", "threaddump"}) {
            assertThat(management.get("/actuator/" + path).status()).as(path).isEqualTo(404);
        }
        assertThat(people.anybody().get("/api/health").is(200).response().body())
                .doesNotContain("PostgreSQL", "jdbc", "validationQuery", "path");
    }

    /** Banks' addresses are the only ones that a call takes, from administrators; how answers are distrusted is the saga's to show. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8081/actuator",
                "https://127.0.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "https://[::ffff:127.0.0.1]/",
                "https://[::1]/",
                "http://2130706433/",
                "https://localhost/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/",
                "https://evil.example/"
            })
    void item_28_nobody_sends_us_to_an_address_that_is_no_banks(String address) {
        Client admin = people.person(Role.ADMIN).client();

        Answer answer = admin.post(
                "/api/banks", Map.of("code", "EVILBANK", "name", "Evil Bank", "country", "GB", "apiEndpoint", address));

        assertThat(answer.status()).as(answer.response().body()).isIn(400, 422);
        assertThat(admin.get("/api/banks").is(200).response().body()).doesNotContain("EVILBANK");
    }

    @Test
    void item_29_every_answer_tells_browsers_what_they_may_not_do() {
        for (Answer answer : new Answer[] {
            alice.client().get("/api/auth/me"),
            people.anybody().get("/api/auth/me"),
            people.anybody().get("/nowhere"),
            people.anybody().post("/api/auth/login", "{")
        }) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(answer.header("Permissions-Policy")).contains("camera=()");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Strict-Transport-Security"))
                    .as("in the clear")
                    .isEmpty();
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
        Answer asked = people.anybody().with("Origin", "https://evil.example").get("/api/problems");
        assertThat(asked.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void item_30_what_somebody_calls_themselves_is_no_line_of_the_log_and_no_secret_is_in_it(CapturedOutput output) {
        String marker = UUID.randomUUID().toString();
        String secret = "secret-" + marker;

        people.anybody().post("/api/auth/login", Map.of("email", "x\r\nINFO approved " + marker, "password", secret));
        people.anybody().with("X-Correlation-ID", marker).get("/api/problems/x%0d%0aINFO%20approved");
        alice.client().post("/api/auth/logout", Map.of("refreshToken", secret));
        people.anybody().bearing(secret).get("/api/auth/me").is(401);

        assertThat(output.getAll().lines().filter(line -> line.startsWith("INFO approved")))
                .isEmpty();
        assertThat(output.getAll())
                .doesNotContain(secret)
                .doesNotContain(alice.token())
                .doesNotContain(alice.session().text("refreshToken"))
                .doesNotContain(People.PASSWORD);
    }
}
