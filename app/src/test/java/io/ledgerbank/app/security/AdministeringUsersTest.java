package io.ledgerbank.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.security.Staff.Person;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Registrations;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What administrators do to users, and what comes of it. */
@WholeApp
class AdministeringUsersTest {

    private static final Duration SECONDS = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    private Staff people;
    private Person admin;
    private Person alice;

    @BeforeEach
    void there_are_an_administrator_and_a_customer() {
        people = new Staff(registrations, Client.of(port));
        admin = people.person(Role.ADMIN);
        alice = people.person(Role.USER);
    }

    @Test
    void a_suspended_user_is_out_within_seconds_and_back_once_activated() {
        assertThat(post(alice, "suspend").is(200).text("status")).isEqualTo("SUSPENDED");

        login(alice).isProblem(422, "account_suspended");
        Awaitility.await()
                .atMost(SECONDS)
                .untilAsserted(() -> alice.client().get("/api/auth/me").isProblem(401, "token_revoked"));
        post(alice, "suspend").isProblem(409, "already_processed");

        assertThat(post(alice, "activate").is(200).text("status")).isEqualTo("ACTIVE");
        login(alice).is(200);
        alice.client().get("/api/auth/me").isProblem(401, "token_revoked");
        post(alice, "activate").isProblem(409, "already_processed");
    }

    @Test
    void a_repeated_suspension_is_answered_as_the_first() {
        Client keyed = admin.client().with("Idempotency-Key", "suspend-" + alice.id());
        Answer first = keyed.post(path(alice) + "/suspend", "").is(200);

        Answer again = keyed.post(path(alice) + "/suspend", "").is(200);

        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void another_role_counts_within_seconds() {
        alice.client().get("/api/users").isProblem(403, "insufficient_permissions");

        assertThat(change(alice, Map.of("role", "SUPPORT")).is(200).text("role"))
                .isEqualTo("SUPPORT");

        Awaitility.await()
                .atMost(SECONDS)
                .untilAsserted(() -> alice.client().get("/api/users").is(200));
    }

    @Test
    void nobody_becomes_staff_with_a_customers_password() {
        String email = UUID.randomUUID() + "@example.com";
        String id = Client.of(port).register(email, "good enough").text("id");

        admin.client().send("PUT", "/api/users/" + id, Map.of("role", "ADMIN")).isProblem(422, "password_unsuitable");
    }

    @Test
    void a_new_address_is_the_one_to_log_in_with() {
        String next = "new-" + alice.email();

        Answer changed = change(alice, Map.of("email", " " + next.toUpperCase(Locale.ROOT), "fullName", "Alice B"));

        assertThat(changed.is(200).text("email")).isEqualTo(next);
        assertThat(changed.text("fullName")).isEqualTo("Alice B");
        Client.of(port).login(next, Staff.PASSWORD).is(200);
        login(alice).isProblem(401, "invalid_credentials");
    }

    @Test
    void an_address_of_somebody_else_is_taken() {
        change(alice, Map.of("email", admin.email())).isProblem(409, "email_already_exists");
    }

    @Test
    void a_deleted_user_is_nobody_any_more() {
        admin.client().send("DELETE", path(alice), "").is(204);

        Answer left = admin.client().get(path(alice)).is(200);
        assertThat(left.text("status")).isEqualTo("DELETED");
        assertThat(left.response().body()).doesNotContain(alice.email(), "Somebody");
        login(alice).isProblem(401, "invalid_credentials");
        admin.client().send("DELETE", path(alice), "").isProblem(404, "user_not_found");
        change(alice, Map.of("fullName", "Back again")).isProblem(404, "user_not_found");
        Awaitility.await()
                .atMost(SECONDS)
                .untilAsserted(() -> alice.client().get("/api/auth/me").isProblem(401, "token_revoked"));
        assertThat(jdbc.sql(
                                "SELECT email || full_name || password_hash FROM identity.user_credential WHERE user_id = ?")
                        .param(alice.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("@", "Somebody", "argon2");
        Client.of(port).register(alice.email(), "another password");
    }

    @Test
    void who_has_an_open_account_stays() {
        String account = alice.client()
                .post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                .is(201)
                .text("id");

        admin.client().send("DELETE", path(alice), "").isProblem(409, "user_has_open_accounts");

        alice.client()
                .post("/api/accounts/" + account + "/close", Map.of("reason", "Moving away"))
                .is(200);
        admin.client().send("DELETE", path(alice), "").is(204);
    }

    @ParameterizedTest
    @CsvSource({"PUT, ''", "POST, /suspend", "POST, /activate", "DELETE, ''"})
    void nobody_does_it_to_themselves_and_only_administrators_do_it(String method, String what) {
        Person support = people.person(Role.SUPPORT);
        Object body = method.equals("PUT") ? Map.of("fullName", "Another") : "";

        admin.client().send(method, path(admin) + what, body).isProblem(403, "insufficient_permissions");
        support.client().send(method, path(alice) + what, body).isProblem(403, "insufficient_permissions");
        alice.client().send(method, path(admin) + what, body).isProblem(403, "insufficient_permissions");
        admin.client()
                .send(method, "/api/users/" + UUID.randomUUID() + what, body)
                .isProblem(404, "user_not_found");
    }

    @Test
    void a_change_changes_something_known() {
        change(alice, Map.of()).isProblem(400, "missing_fields");
        change(alice, Map.of("status", "ACTIVE")).isProblem(400, "unknown_field");
        change(alice, Map.of("role", "SYSTEM")).isProblem(400, "invalid_role");
        change(alice, Map.of("role", "KING")).isProblem(400, "invalid_role");
        change(alice, Map.of("email", "nobody")).isProblem(400, "invalid_email_format");
    }

    private Answer change(Person person, Map<String, String> changes) {
        return admin.client().send("PUT", path(person), changes);
    }

    private Answer post(Person person, String what) {
        return admin.client().post(path(person) + "/" + what, "");
    }

    private Answer login(Person person) {
        return Client.of(port).login(person.email(), Staff.PASSWORD);
    }

    private static String path(Person person) {
        return "/api/users/" + person.id();
    }
}
