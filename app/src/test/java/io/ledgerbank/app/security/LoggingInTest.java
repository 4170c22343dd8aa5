package io.ledgerbank.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApp
class LoggingInTest {

    private static final String PASSWORD = "a good password";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Client anybody;
    private String email;
    private UUID userId;

    @BeforeEach
    void register() {
        anybody = Client.of(port);
        email = UUID.randomUUID() + "@example.com";
        userId = UUID.fromString(anybody.register(email, PASSWORD).text("id"));
    }

    @Test
    void a_login_gives_a_pair_of_tokens_and_the_user() {
        Answer session = login().is(200);

        assertThat(session.text("tokenType")).isEqualTo("Bearer");
        assertThat(session.body().get("expiresIn").asInt()).isEqualTo(900);
        assertThat(session.body().get("refreshExpiresIn").asInt()).isEqualTo(604_800);
        assertThat(session.text("user.id")).isEqualTo(userId.toString());
        assertThat(session.header("Cache-Control")).contains("no-store");
        assertThat(session.body().propertyNames())
                .containsExactly("accessToken", "tokenType", "expiresIn", "refreshToken", "refreshExpiresIn", "user");
    }

    @Test
    void the_address_is_read_as_it_was_registered() {
        anybody.login(" " + email.toUpperCase(Locale.ROOT) + " ", PASSWORD).is(200);
    }

    @Test
    void a_wrong_password_and_an_unknown_user_get_the_same_answer() {
        Answer wrong = anybody.login(email, "another password").isProblem(401, "invalid_credentials");
        Answer unknown = anybody.login("nobody@example.com", PASSWORD).isProblem(401, "invalid_credentials");
        Answer hostile = anybody.post("/api/auth/login", "{\"email\":\"a\\u0000b\",\"password\":\"' OR 1=1--\"}")
                .isProblem(401, "invalid_credentials");

        assertThat(List.of(unknown.text("detail"), hostile.text("detail"))).containsOnly(wrong.text("detail"));
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"me?role=ADMIN", "me?userId=1", "validate?userId=1", "validate?expiresAt=1"})
    void who_calls_is_no_matter_of_the_query(String call) {
        Client caller = anybody.bearing(login().text("accessToken"));

        caller.get("/api/auth/" + call).isProblem(400, "unknown_parameter");
    }

    @Test
    void tells_who_is_logged_in_and_until_when() {
        Client caller = anybody.bearing(login().text("accessToken"));

        assertThat(caller.get("/api/auth/me").is(200).text("email")).isEqualTo(email);
        Answer validity = caller.get("/api/auth/validate").is(200);
        assertThat(validity.body().get("valid").asBoolean()).isTrue();
        assertThat(validity.text("userId")).isEqualTo(userId.toString());
        assertThat(validity.text("role")).isEqualTo("USER");
        assertThat(validity.text("expiresAt")).endsWith("Z");
    }

    @Test
    void who_is_suspended_learns_so_only_with_the_right_password_and_is_out_within_seconds() {
        Answer session = login().is(200);
        Client caller = anybody.bearing(session.text("accessToken"));
        caller.get("/api/auth/me").is(200);

        status("SUSPENDED");

        anybody.login(email, "another password").isProblem(401, "invalid_credentials");
        login().isProblem(422, "account_suspended");
        refresh(session).isProblem(401, "token_revoked");
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> caller.get("/api/auth/me")
                .isProblem(401, "token_revoked"));
    }

    @Test
    void who_lost_a_role_has_lost_it_within_seconds() {
        jdbc.sql("UPDATE identity.user_credential SET role = 'ADMIN' WHERE user_id = ?")
                .param(userId)
                .update();
        Client admin = anybody.bearing(login().text("accessToken"));
        assertThat(admin.get("/api/auth/validate").text("role")).isEqualTo("ADMIN");

        jdbc.sql("UPDATE identity.user_credential SET role = 'USER' WHERE user_id = ?")
                .param(userId)
                .update();

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        admin.get("/api/auth/validate").text("role"))
                .isEqualTo("USER"));
    }

    @Test
    void a_refresh_token_is_good_for_one_refresh_and_its_return_ends_the_family() {
        Answer first = login();
        Answer second = refresh(first).is(200);
        Answer third = refresh(second).is(200);
        Answer otherLogin = login();

        refresh(first).isProblem(401, "token_revoked");

        refresh(third).isProblem(401, "token_revoked");
        refresh(otherLogin).is(200);
    }

    @Test
    void of_twenty_refreshes_at_once_at_most_one_succeeds() throws Exception {
        Answer session = login();
        Callable<Answer> refreshing = () -> refresh(session);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = callers
                    .invokeAll(Stream.generate(() -> refreshing).limit(20).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .allSatisfy(answer -> answer.isProblem(401, "token_revoked"));
        }
    }

    @Test
    void tokens_are_stored_as_hashes_only() {
        String token = login().text("refreshToken");

        assertThat(jdbc.sql("SELECT count(*) FROM identity.refresh_token t WHERE t::text LIKE '%' || ? || '%'")
                        .param(token)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM identity.refresh_token WHERE token_hash = sha256(?::bytea)")
                        .param(token.getBytes(StandardCharsets.US_ASCII))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refuses_what_is_no_refresh_token() {
        Answer session = login();

        refresh("nonsense").isProblem(401, "invalid_refresh_token_format");
        refresh("A".repeat(43)).isProblem(401, "invalid_refresh_token_format");
        refresh(session.text("accessToken")).isProblem(401, "invalid_token_type");
        anybody.post("/api/auth/refresh", "{}").isProblem(400, "missing_fields");
    }

    @Test
    void an_expired_refresh_token_is_told_so() {
        Answer session = login();
        jdbc.sql("UPDATE identity.refresh_token SET expires_at = now() - interval '1 second' WHERE user_id = ?")
                .param(userId)
                .update();

        refresh(session).isProblem(401, "token_expired");
    }

    @Test
    void logging_out_ends_the_family_of_the_token() {
        Answer session = login();
        Answer otherLogin = login();
        Client caller = anybody.bearing(session.text("accessToken"));

        caller.post("/api/auth/logout", token(session)).is(204);
        caller.post("/api/auth/logout", token(session)).is(204);

        refresh(session).isProblem(401, "token_revoked");
        refresh(otherLogin).is(200);
    }

    @Test
    void logging_out_everywhere_ends_all_of_them() {
        Answer session = login();
        Answer otherLogin = login();

        anybody.bearing(session.text("accessToken"))
                .post("/api/auth/logout-all", "")
                .is(204);

        refresh(session).isProblem(401, "token_revoked");
        refresh(otherLogin).isProblem(401, "token_revoked");
    }

    @Test
    void nobody_logs_somebody_else_out() {
        anybody.register("other-" + email, PASSWORD);
        Answer session = login();

        anybody.loggedIn("other-" + email, PASSWORD)
                .post("/api/auth/logout", token(session))
                .isProblem(404, "token_not_found");

        refresh(session).is(200);
    }

    @Test
    void a_bad_token_does_not_keep_anybody_from_logging_in() {
        anybody.bearing("nonsense").login(email, PASSWORD).is(200);
    }

    private Answer login() {
        return anybody.login(email, PASSWORD);
    }

    private Answer refresh(Answer session) {
        return refresh(session.text("refreshToken"));
    }

    private Answer refresh(String token) {
        return anybody.post("/api/auth/refresh", Map.of("refreshToken", token));
    }

    private static Map<String, String> token(Answer session) {
        return Map.of("refreshToken", session.text("refreshToken"));
    }

    private void status(String status) {
        jdbc.sql("UPDATE identity.user_credential SET status = ? WHERE user_id = ?")
                .params(status, userId)
                .update();
    }
}
