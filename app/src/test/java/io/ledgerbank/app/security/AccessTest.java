package io.ledgerbank.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApp
class AccessTest {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private Client anybody;

    @BeforeEach
    void connect() {
        anybody = Client.of(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth/me",
                "/api/auth/validate",
                "/api/auth/me?access_token=abc",
                "/api/accounts",
                "/api/payments",
                "/api/nothing-here",
                "/api",
                "/api/users"
            })
    void without_a_token_nothing_of_the_api_answers(String path) {
        Answer answer = anybody.get(path);

        if (path.equals("/api")) {
            answer.isProblem(404, "resource_not_found");
            return;
        }
        answer.isProblem(401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/actuator",
                "/actuator/env",
                "/actuator/health",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/webjars/swagger-ui/index.html",
                "/error",
                "/login"
            })
    void outside_of_the_api_there_is_nothing(String path) {
        anybody.get(path).isProblem(404, "resource_not_found");
        loggedIn().get(path).isProblem(404, "resource_not_found");
    }

    @Test
    void an_unknown_address_is_unknown_to_those_who_may_ask() {
        loggedIn().get("/api/nothing-here").isProblem(404, "resource_not_found");
    }

    @Test
    void an_unknown_parameter_is_refused_everywhere() {
        loggedIn().get("/api/auth/me?colour=red").isProblem(400, "unknown_parameter");
        anybody.get("/api/problems?page=2").isProblem(400, "unknown_parameter");
    }

    @Test
    void other_schemes_and_several_tokens_are_no_tokens() {
        anybody.with("Authorization", "Basic YTpi").get("/api/auth/me").isProblem(401, "unauthorized");
        anybody.with("Authorization", "Bearer").get("/api/auth/me").isProblem(401, "unauthorized");
        anybody.bearing("a").bearing("b").get("/api/auth/me").isProblem(401, "unauthorized");
    }

    @Test
    void answers_tell_browsers_to_keep_their_hands_off() {
        for (Answer answer :
                new Answer[] {anybody.get("/api/auth/me"), loggedIn().get("/api/auth/me")}) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void pages_of_other_origins_get_no_leave() {
        Client page = anybody.with("Origin", "https://evil.example");

        assertThat(page.get("/api/problems").header("Access-Control-Allow-Origin"))
                .isEmpty();
        Answer preflight = page.with("Access-Control-Request-Method", "POST").send("OPTIONS", "/api/auth/login", "");
        preflight.isProblem(403, "forbidden");
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void the_management_port_answers_without_a_token() {
        Client.of(managementPort).get("/actuator/health").is(200);
    }

    private Client loggedIn() {
        String email = UUID.randomUUID() + "@example.com";
        anybody.register(email, "a good password");
        return anybody.loggedIn(email, "a good password");
    }
}
