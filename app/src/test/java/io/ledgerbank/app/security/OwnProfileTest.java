package io.ledgerbank.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.security.Staff.Person;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Registrations;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see and change of themselves, and how their logins end. */
@WholeApp
class OwnProfileTest {

    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final String NEXT = "quite another password than before";

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    private Client anybody;
    private Person alice;

    @BeforeEach
    void register() {
        anybody = Client.of(port);
        alice = new Staff(registrations, anybody).person(Role.USER);
    }

    @Test
    void people_see_themselves_and_change_what_they_are_called() {
        assertThat(alice.client().get("/api/profile").is(200).text("email")).isEqualTo(alice.email());

        alice.client()
                .send("PUT", "/api/profile", Map.of("fullName", "Alice Other"))
                .is(200);

        assertThat(alice.client().get("/api/profile").is(200).text("fullName")).isEqualTo("Alice Other");
        assertThat(alice.client().get("/api/auth/me").is(200).text("email")).isEqualTo(alice.email());
    }

    @ParameterizedTest
    @CsvSource({"role, ADMIN", "status, ACTIVE", "id, 1"})
    void nobody_changes_what_is_not_theirs_to_change(String field, String value) {
        alice.client()
                .send("PUT", "/api/profile", Map.of("fullName", "Alice", field, value))
                .isProblem(400, "unknown_field");
    }

    @Test
    void a_new_password_ends_every_login_and_is_the_one_to_log_in_with() {
        Answer session = anybody.login(alice.email(), Staff.PASSWORD).is(200);

        password(Staff.PASSWORD, NEXT).is(204);

        anybody.post("/api/auth/refresh", Map.of("refreshToken", session.text("refreshToken")))
                .isProblem(401, "token_revoked");
        anybody.login(alice.email(), Staff.PASSWORD).isProblem(401, "invalid_credentials");
        anybody.login(alice.email(), NEXT).is(200);
        Awaitility.await()
                .atMost(SECONDS)
                .untilAsserted(() -> alice.client().get("/api/profile").isProblem(401, "token_revoked"));
    }

    @Test
    void the_log_knows_that_but_not_how_the_password_changed() {
        password(Staff.PASSWORD, NEXT).is(204);

        assertThat(jdbc.sql("SELECT string_agg(type || payload::text, ' ' ORDER BY sequence) FROM eventlog.event"
                                + " WHERE stream_id = ?")
                        .param(alice.id().toString())
                        .query(String.class)
                        .single())
                .contains("UserPasswordChanged")
                .doesNotContain(NEXT, "argon2");
    }

    @Test
    void who_does_not_know_the_current_password_changes_nothing() {
        password("not the password at all", NEXT).isProblem(401, "invalid_password");
        password(Staff.PASSWORD, Staff.PASSWORD).isProblem(400, "invalid_password_format");
        password(Staff.PASSWORD, "short").isProblem(400, "invalid_password_format");
        password(Staff.PASSWORD, "Password123!").isProblem(400, "common_password");

        anybody.login(alice.email(), Staff.PASSWORD).is(200);
    }

    @Test
    void a_new_address_takes_the_password_and_ends_every_login() {
        String next = "new-" + alice.email();

        Answer missing = alice.client()
                .send("PUT", "/api/profile", Map.of("email", next))
                .isProblem(400, "missing_fields");
        assertThat(missing.text("errors.0.field")).isEqualTo("currentPassword");
        alice.client()
                .send("PUT", "/api/profile", Map.of("email", next, "currentPassword", "not the password"))
                .isProblem(401, "invalid_password");
        anybody.login(alice.email(), Staff.PASSWORD).is(200);
        alice.client()
                .send("PUT", "/api/profile", Map.of("email", next, "currentPassword", Staff.PASSWORD))
                .is(200);

        anybody.login(next, Staff.PASSWORD).is(200);
        Awaitility.await()
                .atMost(SECONDS)
                .untilAsserted(() -> alice.client().get("/api/profile").isProblem(401, "token_revoked"));
    }

    @Test
    void who_guesses_with_a_stolen_login_does_not_keep_the_owner_from_a_new_password() {
        for (int i = 0; i < 5; i++) {
            password("not the password at all", NEXT).isProblem(401, "invalid_password");
        }
        password(Staff.PASSWORD, NEXT).isProblem(429, "too_many_failed_logins");

        anybody.loggedIn(alice.email(), Staff.PASSWORD)
                .send("PUT", "/api/profile/password", Map.of("currentPassword", Staff.PASSWORD, "newPassword", NEXT))
                .is(204);
    }

    @Test
    void staff_keep_a_long_password() {
        Person support = new Staff(registrations, anybody).person(Role.SUPPORT);

        support.client()
                .send(
                        "PUT",
                        "/api/profile/password",
                        Map.of("currentPassword", Staff.PASSWORD, "newPassword", "14-characters-"))
                .isProblem(400, "invalid_password_format");
    }

    @Test
    void an_access_token_ends_with_its_login_within_seconds_and_no_other_does() {
        Answer session = anybody.login(alice.email(), Staff.PASSWORD).is(200);
        Client leaving = anybody.bearing(session.text("accessToken"));

        leaving.post("/api/auth/logout", Map.of("refreshToken", session.text("refreshToken")))
                .is(204);

        Awaitility.await().atMost(SECONDS).untilAsserted(() -> leaving.get("/api/auth/me")
                .isProblem(401, "token_revoked"));
        alice.client().get("/api/auth/me").is(200);
    }

    @Test
    void an_access_token_ends_with_every_login() {
        alice.client().post("/api/auth/logout-all", "").is(204);

        Awaitility.await()
                .atMost(SECONDS)
                .untilAsserted(() -> alice.client().get("/api/auth/me").isProblem(401, "token_revoked"));
    }

    private Answer password(String current, String next) {
        return alice.client()
                .send("PUT", "/api/profile/password", Map.of("currentPassword", current, "newPassword", next));
    }
}
