package io.ledgerbank.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What clients notice of the limits. The service trusts a proxy here, so that every test comes from addresses of its own. */
@WholeApp
@TestPropertySource(
        properties = {
            "ledgerbank.traffic.per-minute=20",
            "ledgerbank.traffic.logins-per-minute=3",
            "ledgerbank.traffic.notifications-per-minute=25",
            "ledgerbank.traffic.trusted-proxies=127.0.0.1,::1"
        })
class LimitingRequestsTest {

    private static final String PASSWORD = "a good password";

    @LocalServerPort
    private int port;

    private String email;

    @BeforeEach
    void register() {
        email = UUID.randomUUID() + "@example.com";
        newcomer().register(email, PASSWORD);
    }

    @Test
    void every_answer_tells_how_many_more_there_are() {
        Client client = newcomer();

        Answer first = client.get("/api/problems").is(200);
        Answer second = client.get("/api/problems").is(200);

        assertThat(first.header("RateLimit-Limit")).isEqualTo("20");
        assertThat(first.header("RateLimit-Remaining")).isEqualTo("19");
        assertThat(second.header("RateLimit-Remaining")).isEqualTo("18");
        assertThat(Integer.parseInt(first.header("RateLimit-Reset"))).isBetween(1, 60);
    }

    @Test
    void who_asks_too_much_is_told_when_to_come_back() {
        Client client = newcomer();
        for (int i = 0; i < 20; i++) {
            client.get("/api/problems").is(200);
        }

        Answer refused = client.get("/api/problems").isProblem(429, "rate_limited");

        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.body().get("retryable").asBoolean()).isTrue();
        assertThat(refused.body().get("retryAfterMs").asLong()).isBetween(1L, 60_000L);
        assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
        client.get("/api/health/live").is(200);
        newcomer().get("/api/problems").is(200);
    }

    @Test
    void a_user_pays_for_themselves_wherever_they_call_from() {
        String token = newcomer().login(email, PASSWORD).is(200).text("accessToken");
        for (int i = 0; i < 20; i++) {
            newcomer().bearing(token).get("/api/auth/me").is(200);
        }

        newcomer().bearing(token).get("/api/auth/me").isProblem(429, "rate_limited");
    }

    @Test
    void bad_tokens_are_counted_by_address() {
        Client client = newcomer().bearing("nonsense");
        for (int i = 0; i < 20; i++) {
            client.get("/api/auth/me").isProblem(401, "invalid_token");
        }

        client.get("/api/auth/me").isProblem(429, "rate_limited");
    }

    @Test
    void logins_are_fewer() {
        Client client = newcomer();
        for (int i = 0; i < 3; i++) {
            client.login(email, PASSWORD).is(200);
        }

        Answer refused = client.login(email, PASSWORD).isProblem(429, "rate_limited");

        assertThat(refused.header("RateLimit-Limit")).isEqualTo("3");
        client.get("/api/problems").is(200);
        newcomer().login(email, PASSWORD).is(200);
    }

    /** As the login is found however it is spelt, it is counted however it is spelt, and by address whoever calls. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/%6cogin", "/api/%61uth/login", "/%61pi/auth/l%6Fgin"})
    void another_spelling_of_the_login_is_a_login(String path) {
        String token = newcomer().login(email, PASSWORD).is(200).text("accessToken");
        Client client = newcomer().bearing(token);
        for (int i = 0; i < 3; i++) {
            client.post(path, Map.of("email", email, "password", PASSWORD)).is(200);
        }

        client.post(path, Map.of("email", email, "password", PASSWORD)).isProblem(429, "rate_limited");
        client.login(email, PASSWORD).isProblem(429, "rate_limited");
    }

    @Test
    void registrations_are_fewer_too() {
        Client client = newcomer();
        for (int i = 0; i < 3; i++) {
            client.register(UUID.randomUUID() + "@example.com", PASSWORD);
        }

        client.post("/api/users", "{}").isProblem(429, "rate_limited");
    }

    @Test
    void many_users_of_one_address_pay_together() {
        String household = address();
        List<String> tokens = Stream.generate(this::somebody).limit(11).toList();
        for (String token : tokens.subList(0, 10)) {
            for (int i = 0; i < 20; i++) {
                from(household).bearing(token).get("/api/auth/me").is(200);
            }
        }

        from(household).bearing(tokens.getLast()).get("/api/auth/me").isProblem(429, "rate_limited");
    }

    @Test
    void of_health_only_the_probes_are_not_counted() {
        Client client = newcomer();
        for (int i = 0; i < 20; i++) {
            client.get("/api/health/ready").is(200);
            client.get("/api/health/nothing");
        }

        client.get("/api/health/nothing").isProblem(429, "rate_limited");
        client.get("/api/health").is(200);
    }

    @Test
    void banks_may_tell_more_than_clients_may_ask() {
        Client bank = newcomer();
        for (int i = 0; i < 25; i++) {
            bank.post("/api/webhooks/simbank", "{}").is(401);
        }

        bank.post("/api/webhooks/simbank", "{}").isProblem(429, "rate_limited");
    }

    /** Whoever writes what stands before the proxy's own word gains nothing by it. */
    @Test
    void what_clients_say_of_themselves_is_not_believed() {
        String address = address();
        for (int i = 0; i < 3; i++) {
            claiming(address).login(email, "not the password").isProblem(401, "invalid_credentials");
        }

        claiming(address).login(email, PASSWORD).isProblem(429, "rate_limited");
    }

    private Client claiming(String address) {
        return Client.of(port).with("X-Forwarded-For", address() + ", " + address);
    }

    private String somebody() {
        String newcomers = UUID.randomUUID() + "@example.com";
        newcomer().register(newcomers, PASSWORD);
        return newcomer().login(newcomers, PASSWORD).is(200).text("accessToken");
    }

    private Client newcomer() {
        return from(address());
    }

    private Client from(String address) {
        return Client.of(port).with("X-Forwarded-For", address);
    }

    private static String address() {
        return "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + ":"
                + UUID.randomUUID().toString().substring(0, 4) + "::1";
    }
}
